package org.lodestone.notifications.stream;

import java.util.function.BooleanSupplier;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.notifications.directory.Person;
import org.lodestone.platform.security.Scope;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody may still listen: tokens end, and people change places while a stream is open. */
@Component
class Standing {

    private final Directory directory;

    Standing(Directory directory) {
        this.directory = directory;
    }

    /** False once the directory announced other roles, zones or parks than when the stream was opened; its client then asks anew. */
    BooleanSupplier of(Scope scope) {
        Person atFirst = directory.person(scope.subject()).orElse(null);
        return () -> atFirst == null
                || directory
                        .person(scope.subject())
                        .filter(now -> now.scope().equals(atFirst.scope()))
                        .isPresent();
    }

    /** When the request's token ends, in milliseconds. */
    static Mono<Long> expiry() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(authentication -> authentication.getToken().getExpiresAt())
                .map(expiresAt -> expiresAt.toEpochMilli())
                .defaultIfEmpty(Long.MAX_VALUE);
    }
}
