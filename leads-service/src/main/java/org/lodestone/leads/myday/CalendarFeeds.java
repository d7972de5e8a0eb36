package org.lodestone.leads.myday;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The addresses of calendars: 256 random bits each, of which only a digest is kept; that many bits need no slow hash. */
@Component
class CalendarFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 16;

    private final ProcessStore<CalendarFeed> store;
    private final BusinessClock clock;

    CalendarFeeds(MongoDatabase database, BusinessClock clock) {
        this.store = new ProcessStore<>(database, CalendarFeed.class, "calendarFeeds");
        this.clock = clock;
    }

    /** A new address; the one before works no longer. Nobody can read it again. */
    Mono<String> renew(String person, Locale locale) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String id = id(person);
        String secret = id + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        CalendarFeed fresh = new CalendarFeed(id, 0, person, digest(secret), locale.getLanguage(), clock.now());
        return store.begin(fresh)
                .then(Mono.defer(() -> store.step(id, present -> present.renewed(fresh))))
                .thenReturn(secret);
    }

    /** Empty while there is none that works. */
    Mono<CalendarFeed> of(String person) {
        return store.find(id(person)).filter(feed -> feed.hash() != null);
    }

    Mono<Void> revoke(String person) {
        return store.step(id(person), feed -> feed.revoked(clock.now())).then();
    }

    /** Whose calendar that is; empty for an address that never worked, or works no longer. */
    Mono<CalendarFeed> behind(String secret) {
        if (secret.length() <= ID_LENGTH) {
            return Mono.empty();
        }
        String asked = digest(secret);
        return store.find(secret.substring(0, ID_LENGTH))
                .filter(feed -> feed.hash() != null
                        && MessageDigest.isEqual(
                                asked.getBytes(StandardCharsets.US_ASCII),
                                feed.hash().getBytes(StandardCharsets.US_ASCII)));
    }

    private static String id(String person) {
        return digest("calendar:" + person).substring(0, ID_LENGTH);
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
