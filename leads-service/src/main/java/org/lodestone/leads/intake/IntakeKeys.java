package org.lodestone.leads.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of intake sources: 256 random bits, of which only a digest is kept; that many bits need no slow hash. */
final class IntakeKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final int REFERENCE_LENGTH = 10;

    private IntakeKeys() {}

    /** Recognisable, so that one that leaked can be searched for. */
    static String random() {
        return "lsk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(KEY_BYTES));
    }

    static String randomId() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    static String hash(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean matches(String key, String hash) {
        return MessageDigest.isEqual(
                hash(key).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** What a stranger may quote: follows from the lead's id and tells nothing, neither its number nor how many there are. */
    static String reference(String leadId) {
        return "R" + hash("reference", leadId).substring(0, REFERENCE_LENGTH).toUpperCase(java.util.Locale.ROOT);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
