package org.lodestone.leads.assignment;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Rule.When;
import org.lodestone.leads.directory.Directory;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.stereotype.Component;

/** Holds a rule as it is told against the directory: a rule that fits nothing, or gives leads to nobody, is not kept. */
@Component
class RuleDesk {

    /** No code is longer; what is longer is not said back whole. */
    private static final int LONGEST = 100;

    private final Directory directory;
    private final Owners owners;
    private final BusinessClock clock;

    RuleDesk(Directory directory, Owners owners, BusinessClock clock) {
        this.directory = directory;
        this.owners = owners;
        this.clock = clock;
    }

    /** The zone a new rule is for. Without one nothing can be looked up in it, but the rest is said all the same. */
    String zone(RuleForm form, Scope scope) {
        String zone = form.zone();
        if (zone != null && directory.zone(zone).isPresent()) {
            Rights.requireZone(scope, zone);
            return zone;
        }
        Checks checks = new Checks(clock).add("zone", zone == null ? "required" : "unknown");
        form.check(checks);
        chains(checks, form.conditions(), When.ALWAYS);
        throw new ValidationProblem(checks.problems());
    }

    /** @param before what it said until now: whom or what it named then may have left the directory since, and stays until somebody takes it out */
    Rule rule(String id, String zone, RuleForm form, @Nullable Rule before) {
        Checks checks = new Checks(clock);
        form.check(checks);
        When old = before == null ? When.ALWAYS : before.when();
        Predicate<String> here = park ->
                directory.park(park).filter(one -> one.zone().equals(zone)).isPresent();
        refuse(checks, "when.parks", "not-in-zone", news(form.conditions().parks(), old.parks()), here);
        chains(checks, form.conditions(), old);
        List<String> people = news(form.people(), before == null ? List.of() : before.to());
        refuse(checks, "to", "not-in-zone", people, person -> owners.knows(person, zone));
        Predicate<String> works = person -> !owners.knows(person, zone) || owners.canOwn(person, zone);
        refuse(checks, "to", "cannot-own-them", people, works);
        checks.orThrow();
        return form.of(id);
    }

    private void chains(Checks checks, When now, When old) {
        refuse(
                checks,
                "when.chains",
                "not-in-directory",
                news(now.chains(), old.chains()),
                chain -> directory.chain(chain).isPresent());
    }

    private static List<String> news(List<String> now, List<String> before) {
        return now.stream().filter(one -> !before.contains(one)).distinct().toList();
    }

    private static String brief(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + '…' : value;
    }

    /** All of a field in one sentence. */
    private static void refuse(
            Checks checks, String field, String code, List<String> values, Predicate<String> isFine) {
        List<String> wrong =
                values.stream().filter(isFine.negate()).map(RuleDesk::brief).toList();
        if (!wrong.isEmpty()) {
            checks.add(field, code, String.join(", ", wrong));
        }
    }
}
