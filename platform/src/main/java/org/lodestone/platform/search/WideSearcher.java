package org.lodestone.platform.search;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * Searches the segments of a view by all cores: a figure looks at everything that matches, where a list ends with its page. The common pool
 * has one thread less than there are cores, and who asks works with it.
 */
final class WideSearcher extends IndexSearcher {

    /** What one thread has done before another would have begun. */
    private static final int FEW = 20_000;

    /** So that nobody waits long for who got the largest segments. */
    private static final int SLICES_PER_CORE = 4;

    WideSearcher(IndexReader reader) {
        super(reader, ForkJoinPool.commonPool());
        setQueryCache(null);
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        int all = leaves.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
        int share = all / (SLICES_PER_CORE * Runtime.getRuntime().availableProcessors());
        return slices(leaves, Math.max(FEW, share), Integer.MAX_VALUE, false);
    }
}
