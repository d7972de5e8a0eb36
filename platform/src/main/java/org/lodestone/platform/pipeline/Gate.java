package org.lodestone.platform.pipeline;

import java.util.List;

/** What must be there before a state is entered. */
public record Gate(List<Requirement> requirements) {

    public Gate {
        requirements = List.copyOf(requirements);
    }

    /** Everything that is missing, in the template's order. */
    public List<Unmet> unmet(Facts facts, Facts input) {
        return requirements.stream()
                .filter(requirement -> !requirement.met(facts, input))
                .map(Requirement::unmet)
                .toList();
    }
}
