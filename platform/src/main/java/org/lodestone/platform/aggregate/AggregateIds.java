package org.lodestone.platform.aggregate;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** 26 letters of Crockford's alphabet for 128 bits: ordered by time when random, always the same for the same key. */
public final class AggregateIds {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AggregateIds() {}

    public static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        ByteBuffer.wrap(bits)
                .putShort(0, (short) (System.currentTimeMillis() >>> 32))
                .putInt(2, (int) System.currentTimeMillis());
        return text(bits);
    }

    public static String of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return text(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String text(byte[] bits) {
        BigInteger number = new BigInteger(1, bits);
        char[] letters = new char[LETTERS];
        for (int i = LETTERS - 1; i >= 0; i--) {
            letters[i] = ALPHABET.charAt(number.intValue() & 31);
            number = number.shiftRight(5);
        }
        return new String(letters);
    }
}
