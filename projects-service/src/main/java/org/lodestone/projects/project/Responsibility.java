package org.lodestone.projects.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 包联责任: sponsor 包联领导, department lead 对接负责人, delivery unit 推进单位, officer 项目专员. */
public record Responsibility(
        @Nullable String sponsor,
        @Nullable String departmentLead,
        @Nullable String deliveryUnit,
        @Nullable String officer) {

    static final Responsibility NONE = new Responsibility(null, null, null, null);

    Responsibility ledBy(String next) {
        return new Responsibility(sponsor, departmentLead, deliveryUnit, next);
    }

    boolean handsOver(Responsibility next) {
        return !Objects.equals(officer, next.officer);
    }
}
