package org.lodestone.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** From the claims of a token to its scope. What a claim does not say is not allowed. */
public final class Scopes {

    /** The scopes for programs. Others, such as {@code openid}, say nothing about rights. */
    private static final Set<String> OF_PROGRAMS =
            Set.of("leads.read", "leads.write", "projects.read", "projects.write", "events.read", "notifications");

    private static final Set<Right> READING =
            EnumSet.of(Right.READ, Right.READ_OWN_CONTACTS, Right.READ_CONTACTS, Right.EXPORT);

    private final Set<String> readScopes;
    private final Set<String> writeScopes;

    public Scopes(Set<String> readScopes, Set<String> writeScopes) {
        this.readScopes = Set.copyOf(readScopes);
        this.writeScopes = Set.copyOf(writeScopes);
    }

    public Scope of(Jwt token) {
        String subject = Objects.requireNonNull(token.getSubject(), "decoder lets no token without subject through");
        String name = token.getClaimAsString("name");
        Set<Role> roles = roles(token);
        Set<String> parks = texts(token.getClaim("parks"));
        return new Scope(
                subject,
                name == null ? subject : name,
                roles,
                texts(token.getClaim("zones")),
                parks.isEmpty() && !token.hasClaim("parks") ? null : parks,
                rights(token, roles));
    }

    /** A program that acts for itself has no roles: it acts as an officer. */
    private static Set<Role> roles(Jwt token) {
        if (isProgram(token)) {
            return Set.of(Role.OFFICER);
        }
        return texts(token.getClaim("roles")).stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isProgram(Jwt token) {
        String client = token.getClaimAsString("client_id");
        return !token.hasClaim("roles")
                && (token.hasClaim("client")
                        || Objects.equals(token.getSubject(), client)
                        || Objects.equals(token.getSubject(), token.getClaimAsString("azp")));
    }

    /** Role ∩ scope. A person's token without scopes of ours is as good as the role; a program's is good for nothing. */
    private Set<Right> rights(Jwt token, Set<Role> roles) {
        Set<Right> rights = RightsMatrix.of(roles);
        Set<String> scopes = scopes(token);
        if (isProgram(token) || scopes.stream().anyMatch(OF_PROGRAMS::contains)) {
            boolean reads = scopes.stream().anyMatch(readScopes::contains);
            boolean writes = scopes.stream().anyMatch(writeScopes::contains);
            rights.removeIf(right -> READING.contains(right) ? !reads : !writes);
        }
        return Set.copyOf(rights);
    }

    private static Set<String> scopes(Jwt token) {
        Object claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        return claim instanceof String text
                ? new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")))
                : texts(claim);
    }

    private static Set<String> texts(@Nullable Object claim) {
        Set<String> texts = new LinkedHashSet<>();
        if (claim instanceof String text) {
            texts.add(text);
        } else if (claim instanceof Collection<?> items) {
            items.forEach(item -> texts.add(String.valueOf(item)));
        }
        return Set.copyOf(texts);
    }
}
