package org.lodestone.leads.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.dossier.Firms.Found;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Companies over HTTP: found, and one of them as a whole. */
@RestController
@RequestMapping("/api/investors")
class InvestorController {

    private static final int DEFAULT = 20;
    private static final int MOST = 50;

    private final Firms firms;
    private final Dossiers dossiers;

    InvestorController(Firms firms, Dossiers dossiers) {
        this.firms = firms;
        this.dossiers = dossiers;
    }

    /** @param more whether there may be others that a longer search text would show */
    record Investors(List<Item> items, boolean more) {}

    record Item(String id, String name, @Nullable String uscc, long leads, List<String> zones) {

        static Item of(Found found) {
            Investor investor = found.newest().profile().investor();
            String id = found.firm().key().id();
            String name = investor == null ? null : investor.name();
            return new Item(
                    id,
                    name == null ? id : name,
                    found.firm().key().uscc(),
                    found.leads(),
                    found.zones().stream().sorted().toList());
        }
    }

    @GetMapping
    Mono<Investors> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = Answers.READ_AFTER, required = false) @Nullable String readAfter,
            Scope scope) {
        Rights.require(scope, Right.READ);
        if (q != null && q.codePointCount(0, q.length()) > Checks.NAME_LENGTH) {
            throw Problem.invalid(FieldProblem.of("q", "too-long", Checks.NAME_LENGTH));
        }
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.invalid(FieldProblem.of("limit", "range", 1, MOST));
        }
        return firms.awaitRead(readAfter)
                .then(Mono.defer(() ->
                        firms.search(scope, q == null || q.isBlank() ? null : q, limit == null ? DEFAULT : limit)))
                .map(found -> new Investors(found.firms().stream().map(Item::of).toList(), found.more()));
    }

    @GetMapping("/{id}")
    Mono<DossierView> read(
            @PathVariable String id,
            @RequestHeader(name = Answers.READ_AFTER, required = false) @Nullable String readAfter,
            Scope scope) {
        Rights.require(scope, Right.READ);
        InvestorKey key = InvestorKey.ofId(id).orElseThrow(Problem::notFound);
        return firms.awaitRead(readAfter)
                .then(Mono.defer(() -> firms.firm(scope, key)))
                .flatMap(firm -> dossiers.of(scope, firm))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
