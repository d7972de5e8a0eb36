package org.lodestone.leads.lead;

import java.util.List;
import java.util.stream.Stream;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplate.Reason;

/** The reasons a template knows. A reason leaves in events, so it is never free text. */
final class ReasonCodes {

    private ReasonCodes() {}

    static List<String> of(PipelineTemplate template) {
        return Stream.concat(
                        template.reasons().values().stream().flatMap(List::stream), template.backwardReasons().stream())
                .map(Reason::code)
                .distinct()
                .sorted()
                .toList();
    }

    static boolean known(PipelineTemplate template, String code) {
        return of(template).contains(code);
    }
}
