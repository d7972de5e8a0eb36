package org.lodestone.projects.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a zone means by the stages of its pipeline, besides their gates; the file {@code pools/<template>.yaml}.
 *
 * @param pools 四库, a view over stages
 * @param facts the dated fact that entering a stage states
 * @param start the stage the target start date is a deadline for
 * @param reported stages in which a report is due every month
 */
public record Pools(
        List<Pool> pools,
        Map<String, Dates.Fact> facts,
        @Nullable String start,
        List<String> reported) {

    public record Pool(String code, Text labels, List<String> stages) {}

    /** No pools, no dated facts, no deadlines. */
    static final Pools NONE = new Pools(List.of(), Map.of(), null, List.of());

    /** @throws IllegalArgumentException naming everything that does not fit the template */
    static Pools load(PipelineTemplate template) {
        try (InputStream yaml = Pools.class.getResourceAsStream("/pools/" + template.code() + ".yaml")) {
            return yaml == null ? NONE : read(yaml, template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pools read(InputStream yaml, PipelineTemplate template) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Pool> pools = list(file.get("pools")).stream().map(Pools::pool).toList();
        Map<String, Dates.Fact> facts = new LinkedHashMap<>();
        map(file.get("dates")).forEach((stage, fact) -> facts.put(text(stage), Dates.Fact.valueOf(text(fact))));
        List<String> reported =
                list(file.get("reported")).stream().map(Pools::text).toList();
        String start = file.get("start") == null ? null : text(file.get("start"));
        Pools read = new Pools(pools, Map.copyOf(facts), start, reported);
        List<String> unknown = read.stages().stream()
                .filter(stage -> template.find(stage).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("pools/" + template.code() + ".yaml names unknown stages: " + unknown);
        }
        return read;
    }

    /** By its code or its Chinese name. */
    Optional<Pool> find(String name) {
        return pools.stream()
                .filter(pool -> pool.code().equals(name) || pool.labels().zh().equals(name))
                .findFirst();
    }

    String names() {
        return String.join(", ", pools.stream().map(Pool::code).toList());
    }

    private List<String> stages() {
        List<String> stages = new ArrayList<>(reported);
        stages.addAll(facts.keySet());
        pools.forEach(pool -> stages.addAll(pool.stages()));
        if (start != null) {
            stages.add(start);
        }
        return stages;
    }

    private static Pool pool(Object yaml) {
        Map<?, ?> pool = map(yaml);
        List<String> stages = list(pool.get("stages")).stream().map(Pools::text).toList();
        return new Pool(text(pool.get("code")), new Text(text(pool.get("zh")), text(pool.get("en"))), stages);
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object yaml) {
        return Objects.requireNonNull(yaml, "an entry is missing").toString();
    }
}
