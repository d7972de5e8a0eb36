package org.lodestone.notifications.stream;

/**
 * The last sequence seen of each source, to recognise what a relay sent twice. Sixteen bytes a source: hashes and sequences in plain
 * arrays, in buckets of eight of which the least recently used gives way. Not for several threads.
 */
final class SequenceMemory {

    private static final int WAYS = 8;

    private final long[] hashes;
    private final long[] sequences;
    private final int buckets;

    SequenceMemory(int sources) {
        buckets = Integer.highestOneBit(Math.max(1, sources / WAYS));
        hashes = new long[buckets * WAYS];
        sequences = new long[buckets * WAYS];
    }

    /** False if this or a later one of the source was seen before. */
    boolean isNew(String source, long sequence) {
        long hash = hash(source);
        int bucket = (int) (hash & buckets - 1) * WAYS;
        int at = 0;
        while (at < WAYS - 1 && hashes[bucket + at] != hash) {
            at++;
        }
        boolean known = hashes[bucket + at] == hash;
        long last = known ? sequences[bucket + at] : Long.MIN_VALUE;
        System.arraycopy(hashes, bucket, hashes, bucket + 1, at);
        System.arraycopy(sequences, bucket, sequences, bucket + 1, at);
        hashes[bucket] = hash;
        sequences[bucket] = Math.max(last, sequence);
        return sequence > last;
    }

    /** FNV-1a with the finish of MurmurHash3; never 0, which marks a free place. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
