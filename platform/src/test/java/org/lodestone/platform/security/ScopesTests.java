package org.lodestone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class ScopesTests {

    private final Scopes scopes = new Scopes(Set.of("leads.read"), Set.of("leads.write"));

    @Test
    void aPersonIsWhatTheRolesSay() {
        Scope scope = scopes.of(token(
                Map.of("name", "垣曲 主管", "roles", List.of("manager", "somebody-elses"), "zones", List.of("140827"))));

        assertThat(scope.subject()).isEqualTo("somebody");
        assertThat(scope.name()).isEqualTo("垣曲 主管");
        assertThat(scope.roles()).containsExactly(Role.MANAGER);
        assertThat(scope.covers("140827", "any")).isTrue();
        assertThat(scope.covers("140522", null)).isFalse();
        assertThat(scope.rights()).isEqualTo(RightsMatrix.of(Role.MANAGER));
    }

    @Test
    void scopesOfTheIssuerItselfLimitNothing() {
        assertThat(scopes.of(token(Map.of("roles", List.of("viewer"), "scope", "openid profile")))
                        .rights())
                .containsExactly(Right.READ);
    }

    @Test
    void aTokenWithScopesMayOnlyWhatBothAllow() {
        Map<String, Object> reads = Map.of("roles", List.of("officer"), "scope", "openid leads.read");
        assertThat(scopes.of(token(reads)).rights())
                .containsExactlyInAnyOrder(Right.READ, Right.READ_OWN_CONTACTS, Right.EXPORT);
        assertThat(scopes.of(token(Map.of("roles", List.of("officer"), "scope", "leads.write")))
                        .rights())
                .containsExactlyInAnyOrder(Right.WRITE_OWN, Right.IMPORT);
        assertThat(scopes.of(token(Map.of("roles", List.of("viewer"), "scope", List.of("leads.write"))))
                        .rights())
                .isEmpty();
        assertThat(scopes.of(token(Map.of("roles", List.of("manager"), "scope", "projects.read")))
                        .rights())
                .isEmpty();
    }

    @Test
    void aProgramActsAsAnOfficerWithinItsScopes() {
        Scope program = scopes.of(
                token(Map.of("client_id", "somebody", "zones", List.of("140827"), "scope", "leads.read leads.write")));
        assertThat(program.roles()).containsExactly(Role.OFFICER);
        assertThat(program.rights()).isEqualTo(RightsMatrix.of(Role.OFFICER));
        assertThat(scopes.of(token(Map.of("azp", "somebody"))).rights()).isEmpty();
    }

    @Test
    void noZonesMeansNoZone() {
        assertThat(scopes.of(token(Map.of("roles", List.of("manager")))).covers("140827", null))
                .isFalse();
    }

    @Test
    void anEmptyListOfParksIsNoPark() {
        Scope none = scopes.of(token(Map.of("zones", List.of("*"), "parks", List.of())));
        assertThat(none.covers("140827", "a")).isFalse();
        Scope one = scopes.of(token(Map.of("zones", List.of("*"), "parks", List.of("a"))));
        assertThat(one.covers("140827", "a")).isTrue();
        assertThat(one.covers("140827", "b")).isFalse();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("somebody")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
