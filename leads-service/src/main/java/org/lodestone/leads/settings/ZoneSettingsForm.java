package org.lodestone.leads.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.settings.Scoring.Band;
import org.lodestone.leads.settings.Scoring.Factor;
import org.lodestone.leads.settings.Scoring.Factor.Code;
import org.lodestone.leads.settings.Scoring.Factor.Kind;
import org.lodestone.leads.settings.Scoring.Step;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/** Settings as an administrator writes them, always the whole. */
record ZoneSettingsForm(
        int registrationDays,
        @Nullable Scoring assessment,
        @Nullable OpenPool pool,
        @Nullable List<OfficeShift> hours) implements Checked {

    private static final int ALL = 100;
    private static final int LONGEST_DAYS = 3650;
    private static final int MOST = 200;
    private static final int MOST_LEADS = 10_000;

    /** Checked before: the assessment is there. */
    ZoneSettings of(String zone, long version, Instant at, String by) {
        String id = ZoneSettings.id(zone, version);
        Scoring scoring = Objects.requireNonNull(assessment);
        return new ZoneSettings(id, zone, version, at, by, registrationDays, scoring, pool, hours);
    }

    /** What is left out stays as it is. */
    ZoneSettings after(ZoneSettings present, Instant at, String by) {
        OpenPool shared = pool == null ? present.pool() : pool;
        List<OfficeShift> worked = hours == null ? present.hours() : hours;
        return new ZoneSettingsForm(registrationDays, assessment, shared, worked)
                .of(present.zone(), present.version() + 1, at, by);
    }

    boolean says(ZoneSettings settings) {
        return registrationDays == settings.registrationDays()
                && Objects.equals(assessment, settings.assessment())
                && (pool == null || pool.equals(settings.pool()))
                && (hours == null || hours.equals(settings.hours()));
    }

    @Override
    public void check(Checks checks) {
        within(checks, "registrationDays", registrationDays, 1, LONGEST_DAYS);
        if (pool != null) {
            within(checks, "pool.capacity", pool.capacity(), 0, MOST_LEADS);
            within(checks, "pool.claimsPerDay", pool.claimsPerDay(), 0, MOST_LEADS);
            within(checks, "pool.recycleAfterWorkingDays", pool.recycleAfterWorkingDays(), 0, LONGEST_DAYS);
            within(checks, "pool.reclaimAfterDays", pool.reclaimAfterDays(), 0, LONGEST_DAYS);
        }
        if (hours != null) {
            OfficeShift.check(checks, hours);
        }
        if (assessment == null) {
            checks.required("assessment", null);
            return;
        }
        within(checks, "assessment.proceedFrom", assessment.proceedFrom(), 1, ALL);
        within(checks, "assessment.rejectBelow", assessment.rejectBelow(), 0, assessment.proceedFrom());
        positive(checks, "assessment.floors.intensity", assessment.floors().intensity());
        positive(checks, "assessment.floors.tax", assessment.floors().tax());
        positive(checks, "assessment.vetoes.minIntensity", assessment.vetoes().minIntensity());
        positive(checks, "assessment.vetoes.minTax", assessment.vetoes().minTax());
        positive(checks, "assessment.vetoes.maxPowerKva", assessment.vetoes().maxPowerKva());
        names(checks, "assessment.chains", assessment.chains());
        names(checks, "assessment.investorTags", assessment.investorTags());
        names(checks, "assessment.vetoes.industries", assessment.vetoes().industries());
        names(checks, "assessment.vetoes.words", assessment.vetoes().words());
        checkFactors(checks, assessment.factors());
    }

    private static void checkFactors(Checks checks, List<Factor> factors) {
        Set<Code> seen = EnumSet.noneOf(Code.class);
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            String field = "assessment.factors[" + i + "]";
            within(checks, field + ".weight", factor.weight(), 0, ALL);
            if (factor.code() == null) {
                checks.required(field + ".code", null);
            } else if (!seen.add(factor.code())) {
                checks.add(field + ".code", "twice");
            } else {
                checkMeasure(checks, field, factor);
            }
        }
        if (factors.stream().mapToInt(Factor::weight).sum() != ALL) {
            checks.add("assessment.factors", "weights-sum", ALL);
        }
    }

    private static void checkMeasure(Checks checks, String field, Factor factor) {
        Kind kind = factor.code().kind();
        measured(checks, field + ".bands", factor.bands(), kind == Kind.BANDS);
        measured(checks, field + ".steps", factor.steps(), kind == Kind.STEPS || kind == Kind.RULES);
        BigDecimal last = null;
        for (int i = 0; i < factor.bands().size(); i++) {
            Band band = factor.bands().get(i);
            String place = field + ".bands[" + i + "]";
            within(checks, place + ".percent", band.percent(), 0, ALL);
            checks.required(place + ".from", band.from());
            if (last != null && band.from() != null && band.from().compareTo(last) <= 0) {
                checks.add(place + ".from", "ascending");
            }
            last = band.from() == null ? last : band.from();
        }
        for (int i = 0; i < factor.steps().size(); i++) {
            checkStep(
                    checks,
                    field + ".steps[" + i + "]",
                    factor.code(),
                    factor.steps().get(i));
        }
        if (factor.steps().stream().map(Step::code).distinct().count()
                < factor.steps().size()) {
            checks.add(field + ".steps", "twice");
        }
    }

    private static void checkStep(Checks checks, String field, Code factor, Step step) {
        within(checks, field + ".percent", step.percent(), 0, ALL);
        checks.required(field + ".code", step.code()).code(field + ".code", step.code());
        names(checks, field + ".words", step.words());
        List<String> known = factor.steps();
        if (step.code() != null && !known.isEmpty() && !known.contains(step.code())) {
            checks.add(field + ".code", "type.enum", String.join(", ", known));
        }
        if (factor.kind() != Kind.RULES && !step.words().isEmpty()) {
            checks.add(field + ".words", "not-measured");
        }
    }

    private static void measured(Checks checks, String field, Collection<?> items, boolean wanted) {
        if (wanted) {
            checks.required(field, items).size(field, items, MOST);
        } else if (!items.isEmpty()) {
            checks.add(field, "not-measured");
        }
    }

    private static void names(Checks checks, String field, List<String> items) {
        checks.size(field, items, MOST);
        for (int i = 0; i < items.size(); i++) {
            checks.name(field + "[" + i + "]", items.get(i));
        }
    }

    private static void positive(Checks checks, String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            checks.add(field, "positive");
        }
    }

    private static void within(Checks checks, String field, int value, int least, int most) {
        if (value < least || value > most) {
            checks.add(field, "range", least, most);
        }
    }
}
