package org.lodestone.platform.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The templates a service ships, by code. */
public final class PipelineTemplates {

    public static final String LOCATION = "classpath*:pipelines/*.yaml";

    private final Map<String, PipelineTemplate> templates;

    private PipelineTemplates(Collection<PipelineTemplate> templates) {
        this.templates = new LinkedHashMap<>();
        for (PipelineTemplate template : templates) {
            if (this.templates.put(template.code(), template) != null) {
                throw new InvalidPipelineException(template.code(), List.of("defined twice"));
            }
        }
    }

    public static PipelineTemplates of(PipelineTemplate... templates) {
        return new PipelineTemplates(List.of(templates));
    }

    /** @throws InvalidPipelineException if one of the files does not hold together */
    public static PipelineTemplates load(String location) {
        try {
            List<PipelineTemplate> templates = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(location)) {
                try (InputStream yaml = file.getInputStream()) {
                    templates.add(read(String.valueOf(file.getFilename()), yaml));
                }
            }
            return new PipelineTemplates(templates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PipelineTemplate read(String source, InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return PipelineReader.read(source, new Yaml(new SafeConstructor(options)).load(yaml));
        } catch (YAMLException e) {
            throw new InvalidPipelineException(source, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** @throws IllegalArgumentException for a code nobody ships */
    public PipelineTemplate template(String code) {
        PipelineTemplate template = templates.get(code);
        if (template == null) {
            throw new IllegalArgumentException("No pipeline " + code + ", only " + templates.keySet());
        }
        return template;
    }

    public Collection<PipelineTemplate> all() {
        return templates.values();
    }
}
