package org.lodestone.platform.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;

class ListTests {

    private final Firms firms = new Firms(new ByteBuffersDirectory());

    @AfterEach
    void stop() {
        firms.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id",
                "-id",
                "updatedAt",
                "-updatedAt",
                "amount",
                "-amount",
                "state",
                "-state",
                "tags",
                "-tags",
                "name",
                "-name",
                "receivedOn",
                "-jobs",
                "state,-amount",
                "rank",
                "rank,-updatedAt"
            })
    void pagesShowEverythingOnceInOrder(String sort) {
        firms.store(random(333)).start(null).ready();
        String q = sort.startsWith("rank") ? "公司" : null;
        List<String> whole = new ArrayList<>();
        String cursor = null;
        do {
            SearchPage<Firm> page = firms.search(new SearchRequest(q, List.of(), sort, cursor, 7, List.of()));
            page.items().forEach(hit -> whole.add(hit.aggregate().id()));
            assertThat(page.total()).isEqualTo(333);
            assertThat(page.exact()).isTrue();
            cursor = page.next();
        } while (cursor != null);
        assertThat(whole).hasSize(333).doesNotHaveDuplicates();
        List<String> streamed = firms.index()
                .all(Scope.system(), new SearchRequest(q, List.of(), sort, null, 1, List.of()))
                .map(hit -> hit.aggregate().id())
                .collectList()
                .block();
        assertThat(streamed).isEqualTo(whole);
    }

    @Test
    void whatIsWrittenWhilePagingNeitherDoublesNorHidesTheRest() {
        firms.store(random(200)).start(null).ready();
        Set<String> untouched = new HashSet<>(firms.collection.keySet());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int round = 0;
        do {
            SearchPage<Firm> page =
                    firms.search(new SearchRequest("公司", List.of(), "rank,-amount", cursor, 9, List.of()));
            page.items().forEach(hit -> seen.add(hit.aggregate().id()));
            cursor = page.next();
            Firm added = Firm.named("N%03d".formatted(round++), "新公司").worth("5000");
            firms.commit(added);
            firms.index().awaitRead(added.id() + "@1").block();
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(untouched);
    }

    @Test
    void whatLacksTheFieldComesLastInBothDirections() {
        firms.store(
                        Firm.named("1", "一").worth(null),
                        Firm.named("2", "二").worth("-5"),
                        Firm.named("3", "三").worth("12000.00"))
                .start(null)
                .ready();
        assertThat(firms.ids(SearchRequest.of(List.of(), "amount", 10))).containsExactly("2", "3", "1");
        assertThat(firms.ids(SearchRequest.of(List.of(), "-amount", 10))).containsExactly("3", "2", "1");
    }

    @Test
    void namesAreSortedByPinyin() {
        firms.store(Firm.named("1", "运城铝业"), Firm.named("2", "重庆机电"), Firm.named("3", "安泰科技"), Firm.named("4", "长治电缆"))
                .start(null)
                .ready();
        assertThat(firms.ids(SearchRequest.of(List.of(), "name", 10))).containsExactly("3", "4", "2", "1");
    }

    @Test
    void conditionsAreAnded() {
        firms.store(
                        Firm.named("1", "一")
                                .being("NEW")
                                .worth("10.00")
                                .tagged("a", "b")
                                .received("2026-11-01"),
                        Firm.named("2", "二")
                                .being("LOST")
                                .worth("20.50")
                                .tagged("b")
                                .received("2026-11-20"),
                        Firm.named("3", "三").being("NEW").updated(null))
                .start(null)
                .ready();
        assertThat(firms.filtered(Condition.is("state", "NEW"))).containsExactly("1", "3");
        assertThat(firms.filtered(Condition.is("state", "NEW", "LOST"), Condition.is("tags", "b")))
                .containsExactly("1", "2");
        assertThat(firms.filtered(Condition.is("state"))).isEmpty();
        assertThat(firms.filtered(new Condition.Range("amount", "10.00", "20.49")))
                .containsExactly("1");
        assertThat(firms.filtered(new Condition.Range("amount", new BigDecimal("10.001"), null)))
                .containsExactly("2");
        assertThat(firms.filtered(new Condition.Range("receivedOn", "2026-11-02", "2026-11-20")))
                .containsExactly("2");
        assertThat(firms.filtered(new Condition.Range("updatedAt", null, Firm.NOW)))
                .containsExactly("1", "2");
        assertThat(firms.filtered(new Condition.Range("updatedAt", Firm.NOW.plusNanos(1), null)))
                .isEmpty();
        assertThat(firms.filtered(new Condition.Exists("amount"))).containsExactly("1", "2");
        assertThat(firms.filtered(new Condition.Exists("name"))).containsExactly("1", "2", "3");
        assertThat(firms.filtered(new Condition.Not(new Condition.Exists("tags"))))
                .containsExactly("3");
        assertThat(firms.filtered(new Condition.Any(List.of(Condition.is("id", "3"), Condition.is("tags", "a")))))
                .containsExactly("1", "3");
        assertThat(firms.filtered(new Condition.All(List.of(Condition.is("state", "NEW"), Condition.is("tags", "a")))))
                .containsExactly("1");
        assertThat(firms.filtered(Condition.is("name", "二"))).containsExactly("2");
        assertThat(firms.filtered(Condition.is("amount", "20.5"))).containsExactly("2");
    }

    @Test
    void nobodySeesBeyondTheirScope() {
        firms.store(
                        Firm.named("1", "公司").in("140827", null),
                        Firm.named("2", "公司").in("140827", "east"),
                        Firm.named("3", "公司").in("140827", "west"),
                        Firm.named("4", "公司").in("140522", "east"))
                .start(null)
                .ready();
        assertThat(seenBy(scope(Set.of("140827"), null))).containsExactly("1", "2", "3");
        assertThat(seenBy(scope(Set.of("140827"), Set.of("east")))).containsExactly("1", "2");
        assertThat(seenBy(scope(Set.of("140522", "140827"), Set.of("east")))).containsExactly("1", "2", "4");
        assertThat(seenBy(scope(Set.of(), null))).isEmpty();
        assertThat(seenBy(scope(Set.of("*"), null))).containsExactly("1", "2", "3", "4");
        // Asking for another zone does not widen it.
        Scope yuanqu = scope(Set.of("140827"), null);
        SearchRequest other =
                new SearchRequest("公司", List.of(Condition.is("zone", "140522")), "id", null, 10, List.of("zone"));
        SearchPage<Firm> page = firms.search(yuanqu, other);
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.facets().get("zone")).isEmpty();
        assertThat(firms.index()
                        .sums(yuanqu, SearchRequest.of(List.of(), "", 1), "zone", "amount")
                        .block())
                .containsOnlyKeys("140827");
        assertThat(firms.index()
                        .counts(yuanqu, SearchRequest.of(List.of(), "", 1), Map.of("all", new Condition.Exists("zone")))
                        .block())
                .isEqualTo(Map.of("all", 3L));
    }

    @Test
    void facetsCountAllThatMatches() {
        List<Firm> stored = random(500);
        firms.store(stored).start(null).ready();
        SearchPage<Firm> page = firms.search(new SearchRequest(
                null, List.of(Condition.is("state", "NEW", "WON")), "", null, 3, List.of("state", "tags")));
        assertThat(page.facets().get("state"))
                .isEqualTo(Map.of("NEW", count(stored, "NEW"), "WON", count(stored, "WON")));
        long tagged = stored.stream()
                .filter(firm -> !firm.state().equals("LOST") && firm.tags().contains("a"))
                .count();
        assertThat(page.facets().get("tags")).containsEntry("a", tagged);
        assertThat(page.items()).hasSize(3);
        SearchPage<Firm> onlyFigures = firms.search(new SearchRequest(null, List.of(), "", null, 0, List.of("state")));
        assertThat(onlyFigures.items()).isEmpty();
        assertThat(onlyFigures.next()).isNull();
        assertThat(onlyFigures.total()).isEqualTo(500);
    }

    @Test
    void sumsAreExact() {
        List<Firm> stored = random(500);
        firms.store(stored)
                .store(Firm.named("big1", "大").being("HUGE").worth("90000000000000000.01"))
                .store(Firm.named("big2", "大").being("HUGE").worth("90000000000000000.02"))
                .start(null)
                .ready();
        Map<String, GroupSum> sums = requireNonNull(firms.index()
                .sums(Scope.system(), SearchRequest.of(List.of(), "", 1), "state", "amount")
                .block());
        assertThat(sums).containsOnlyKeys("NEW", "WON", "LOST", "HUGE");
        for (String state : List.of("NEW", "WON", "LOST")) {
            BigDecimal expected = stored.stream()
                    .filter(firm -> firm.state().equals(state) && firm.amount() != null)
                    .map(Firm::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            GroupSum sum = requireNonNull(sums.get(state));
            assertThat(sum.sum()).isEqualByComparingTo(expected);
            assertThat(sum.count()).isEqualTo(count(stored, state));
        }
        assertThat(requireNonNull(sums.get("HUGE")).sum()).isEqualByComparingTo("180000000000000000.03");
    }

    @Test
    void lightsAreCountedAgainstTheClock() {
        Instant now = Instant.parse("2026-11-24T00:00:00Z");
        firms.store(
                        Firm.named("1", "一").updated(now.minusSeconds(1)),
                        Firm.named("2", "二").updated(now.plusSeconds(1)),
                        Firm.named("3", "三").updated(null))
                .start(null)
                .ready();
        Condition late = new Condition.Range("updatedAt", null, now);
        assertThat(firms.index()
                        .counts(
                                Scope.system(),
                                SearchRequest.of(List.of(), "", 1),
                                Map.of("RED", late, "GREEN", new Condition.Not(late)))
                        .block())
                .isEqualTo(Map.of("RED", 1L, "GREEN", 2L));
    }

    @Test
    void totalsAreCountedUpToTenThousand() {
        List<Firm> many = new ArrayList<>();
        for (int i = 0; i < 10_050; i++) {
            many.add(Firm.named("F%06d".formatted(i), "公司").being(i % 2 == 0 ? "NEW" : "WON"));
        }
        firms.store(many).start(null).ready();
        SearchPage<Firm> all = firms.search(SearchRequest.of(List.of(), "-updatedAt", 10));
        assertThat(all.total()).isEqualTo(10_000);
        assertThat(all.exact()).isFalse();
        SearchPage<Firm> half = firms.search(SearchRequest.of(List.of(Condition.is("state", "NEW")), "-updatedAt", 10));
        assertThat(half.total()).isEqualTo(5_025);
        assertThat(half.exact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAA",
                "....",
                "龙",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "null",
                "AQ",
                "\u0000",
                "////////////////////////////////////////////////////////////////////////////////////////////////////"
            })
    void aCursorThatIsNoneIsRefused(String cursor) {
        firms.store(random(20)).start(null).ready();
        for (String sort : List.of("-updatedAt", "name", "id")) {
            assertThatThrownBy(() -> firms.search(new SearchRequest(null, List.of(), sort, cursor, 5, List.of())))
                    .isInstanceOfSatisfying(
                            InvalidSearchException.class,
                            e -> assertThat(e.parameter()).isEqualTo("cursor"));
        }
    }

    @Test
    void aCursorBelongsToItsOrder() {
        firms.store(random(20)).start(null).ready();
        String cursor =
                firms.search(SearchRequest.of(List.of(), "-updatedAt", 5)).next();
        assertThat(cursor).isNotNull();
        assertThatThrownBy(() -> firms.search(new SearchRequest(null, List.of(), "amount", cursor, 5, List.of())))
                .isInstanceOf(InvalidSearchException.class);
    }

    @Test
    void cutOrFlippedCursorsNeverDoMoreThanBeRefused() {
        firms.store(random(50)).start(null).ready();
        String cursor = requireNonNull(
                firms.search(SearchRequest.of(List.of(), "name", 5)).next());
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            char[] changed = cursor.toCharArray();
            changed[random.nextInt(changed.length)] = "Aa0_-z".charAt(random.nextInt(6));
            String broken = new String(changed, 0, 1 + random.nextInt(changed.length));
            try {
                assertThat(firms.search(new SearchRequest(null, List.of(), "name", broken, 5, List.of()))
                                .items())
                        .hasSizeLessThanOrEqualTo(5);
            } catch (InvalidSearchException refused) {
                assertThat(refused.parameter()).isEqualTo("cursor");
            }
        }
    }

    @Test
    void whatTheSchemaDoesNotKnowIsRefusedByName() {
        firms.store(random(3)).start(null).ready();
        refused("sort", SearchRequest.of(List.of(), "nothing", 5));
        refused("sort", SearchRequest.of(List.of(), "content", 5));
        refused("sort", SearchRequest.of(List.of(), "state,state", 5));
        refused("nothing", SearchRequest.of(List.of(Condition.is("nothing", "x")), "", 5));
        refused("amount", SearchRequest.of(List.of(new Condition.Range("amount", "1e999999999", null)), "", 5));
        refused("amount", SearchRequest.of(List.of(Condition.is("amount", "viel")), "", 5));
        refused("receivedOn", SearchRequest.of(List.of(new Condition.Range("receivedOn", "2026-02-30", null)), "", 5));
        refused("state", SearchRequest.of(List.of(new Condition.Range("state", "A", "B")), "", 5));
        refused("facets", new SearchRequest(null, List.of(), "", null, 5, List.of("name")));
        refused("limit", SearchRequest.of(List.of(), "", 201));
        refused("limit", SearchRequest.of(List.of(), "", -1));
    }

    private void refused(String parameter, SearchRequest request) {
        assertThatThrownBy(() -> firms.search(request))
                .isInstanceOfSatisfying(
                        InvalidSearchException.class,
                        e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    private List<String> seenBy(Scope scope) {
        return firms.search(scope, SearchRequest.of(List.of(), "id", 10)).items().stream()
                .map(hit -> hit.aggregate().id())
                .toList();
    }

    private static Scope scope(Set<String> zones, @Nullable Set<String> parks) {
        return new Scope("officer", "officer", EnumSet.of(Role.OFFICER), zones, parks, EnumSet.of(Right.READ));
    }

    private static long count(List<Firm> firms, String state) {
        return firms.stream().filter(firm -> firm.state().equals(state)).count();
    }

    /** Many of equal value, some without any. */
    private static List<Firm> random(int count) {
        Random random = new Random(count);
        List<Firm> firms = new ArrayList<>();
        List<String> names = List.of("龙电公司", "华鑫公司", "长治某公司", "abc公司", "公司");
        for (int i = 0; i < count; i++) {
            Firm firm = Firm.named(
                            "F%04d".formatted(random.nextInt(10) * 1000 + i), names.get(random.nextInt(names.size())))
                    .being(List.of("NEW", "WON", "LOST").get(random.nextInt(3)))
                    .worth(random.nextInt(4) == 0 ? null : random.nextInt(5) + ".25")
                    .updated(random.nextInt(4) == 0 ? null : Firm.NOW.plusSeconds(random.nextInt(6)));
            firms.add(random.nextBoolean() ? firm.tagged("a", "b").received("2026-11-2" + random.nextInt(3)) : firm);
        }
        firms.sort(Comparator.comparing(Firm::id));
        return firms;
    }
}
