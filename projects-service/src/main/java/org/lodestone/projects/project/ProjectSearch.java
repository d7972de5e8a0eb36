package org.lodestone.projects.project;

import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.SearchDocument;
import org.lodestone.platform.search.SearchMapping;
import org.lodestone.platform.search.SearchSchema;

/** How projects are listed and found. Pools and lights are not stored: the one follows from the stage, the other from the clock. */
final class ProjectSearch implements SearchMapping<Project> {

    private static final SearchSchema SCHEMA = SearchSchema.of("project", 1)
            .keyword("stage")
            .keyword("status")
            .keyword("officer")
            .keyword("sponsor")
            .keyword("departmentLead")
            .keyword("chain")
            .keyword("chainRole")
            .keyword("leadId")
            .text("name", 3f)
            .text("number", 3f)
            .text("company", 2f)
            .text("investor", 2f)
            .decimal("amount")
            .date("contractOn")
            .date("targetStartOn")
            .instant("createdAt")
            .instant("updatedAt")
            .instant("stageSince")
            .instant("yellowAt")
            .instant("redAt")
            .build();

    @Override
    public SearchSchema schema() {
        return SCHEMA;
    }

    @Override
    public void map(Project project, SearchDocument doc) {
        Profile profile = project.profile();
        Progress progress = project.progress();
        doc.put("name", profile.name()).put("number", project.number());
        doc.put(
                "investor",
                profile.investor() == null ? null : profile.investor().name());
        doc.put("company", profile.company() == null ? null : profile.company().name());
        doc.put("chain", profile.business().chain())
                .put("chainRole", profile.business().chainRole());
        doc.put("stage", progress.stage()).put("stageSince", progress.since());
        doc.put("status", progress.standing().status());
        doc.put("yellowAt", project.yellowAt()).put("redAt", project.redAt());
        doc.put("officer", project.responsibility().officer());
        doc.put("sponsor", project.responsibility().sponsor());
        doc.put("departmentLead", project.responsibility().departmentLead());
        doc.put("leadId", project.trace().leadId());
        doc.put("createdAt", project.trace().createdAt())
                .put("updatedAt", project.trace().updatedAt());
        doc.put("targetStartOn", project.plan().targetStartOn());
        mapContract(project.plan().contract(), doc);
    }

    private static void mapContract(Plan.@Nullable Contract contract, SearchDocument doc) {
        if (contract != null) {
            doc.put("contractOn", contract.on());
            doc.put(
                    "amount",
                    contract.amount() == null ? null : contract.amount().toCny());
        }
    }
}
