package org.lodestone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lodestone.platform.web.Problem;

class RightsMatrixTests {

    /** The table as it is written in the contract: one row a right, one letter a role; anything but a dot allows. */
    private static final String TABLE = """
            right              officer manager leader city viewer admin
            READ               x       x       x      x    x      .
            READ_OWN_CONTACTS  x       .       .      .    .      .
            READ_CONTACTS      .       x       x      .    .      .
            WRITE_OWN          x       x       x      .    .      .
            WRITE              .       x       x      .    .      .
            ASSIGN             .       x       x      .    .      .
            DECIDE             .       x       x      .    .      .
            ARBITRATE          .       .       .      x    .      .
            IMPORT             x       x       x      .    .      .
            EXPORT             x       x       x      x    .      .
            ADMINISTER         .       .       .      .    .      x
            BACKFILL           .       .       .      .    .      x
            """;

    @TestFactory
    Stream<DynamicTest> everyCellIsAsTheContractSays() {
        List<String[]> rows = TABLE.lines().map(line -> line.split(" +")).toList();
        String[] roles = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, column -> column < row.length, column -> column + 1)
                        .map(column -> cell(
                                Right.valueOf(row[0]),
                                Role.of(roles[column]).orElseThrow(),
                                !row[column].equals("."))));
    }

    private static DynamicTest cell(Right right, Role role, boolean allowed) {
        return DynamicTest.dynamicTest(role + (allowed ? " may " : " may not ") + right, () -> {
            assertThat(RightsMatrix.of(role).contains(right)).isEqualTo(allowed);
            Scope scope = new Scope("x", "x", Set.of(role), Set.of("140827"), null, RightsMatrix.of(role));
            if (allowed) {
                Rights.require(scope, right);
            } else {
                assertThatThrownBy(() -> Rights.require(scope, right)).isInstanceOf(Problem.class);
            }
        });
    }

    @Test
    void theTableHasEveryRightAndEveryRole() {
        assertThat(TABLE.lines().skip(1).map(line -> line.split(" ")[0]))
                .containsExactly(Stream.of(Right.values()).map(Right::name).toArray(String[]::new));
        assertThat(TABLE.lines().findFirst().orElseThrow().split(" +")).hasSize(Role.values().length + 1);
    }

    @Test
    void severalRolesAddUp() {
        assertThat(RightsMatrix.of(List.of(Role.VIEWER, Role.ADMIN)))
                .containsExactlyInAnyOrder(Right.READ, Right.ADMINISTER, Right.BACKFILL);
    }

    @Test
    void aZoneOutsideTheScopeIsRefused() {
        Scope scope = new Scope("x", "x", Set.of(), Set.of("140827"), null, Set.of());
        Rights.requireZone(scope, "140827");
        assertThatThrownBy(() -> Rights.requireZone(scope, "140522"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("zone-not-yours"));
    }
}
