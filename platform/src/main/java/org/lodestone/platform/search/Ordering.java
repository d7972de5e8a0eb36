package org.lodestone.platform.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;

/** The order of a list: what was asked for, and the id to decide the rest. */
record Ordering(String text, Sort sort, List<Key> keys, boolean ranked) {

    private static final int MAX_KEYS = 4;

    enum Key {
        RANK,
        NUMBER,
        STRING
    }

    static Ordering of(SearchSchema schema, SearchRequest request) {
        String q = request.q();
        boolean searches = q != null && !q.isBlank();
        String text = !request.sort().isBlank() ? request.sort() : searches ? SearchRequest.RANK : Documents.ID;
        List<SortField> fields = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            if (!seen.add(name) || seen.size() > MAX_KEYS) {
                throw new InvalidSearchException("sort", "names a field twice, or too many");
            }
            if (name.equals(SearchRequest.RANK)) {
                fields.add(SortField.FIELD_SCORE);
                keys.add(Key.RANK);
            } else {
                SearchSchema.Field field = sortable(schema, name);
                fields.add(sortField(field, descending));
                keys.add(field.kind().isKeyword() || field.kind().isText() ? Key.STRING : Key.NUMBER);
            }
        }
        if (!seen.contains(Documents.ID)) {
            fields.add(new SortedSetSortField(Documents.ID, false));
            keys.add(Key.STRING);
        }
        Sort sort = new Sort(fields.toArray(SortField[]::new));
        return new Ordering(text, sort, List.copyOf(keys), searches && seen.contains(SearchRequest.RANK));
    }

    /** Whether the rank decides first. */
    boolean isByRank() {
        return ranked && keys.getFirst() == Key.RANK;
    }

    /** What decides among equals of one rank. */
    Sort withinRank() {
        SortField[] fields = sort.getSort();
        return new Sort(Arrays.copyOfRange(fields, 1, fields.length));
    }

    private static SearchSchema.Field sortable(SearchSchema schema, String name) {
        SearchSchema.Field field = schema.field(name);
        if (field == null
                || field.kind() == SearchSchema.Kind.PROSE
                || field.kind().isLookedUp()) {
            throw new InvalidSearchException("sort", "cannot sort by this");
        }
        return field;
    }

    private static SortField sortField(SearchSchema.Field field, boolean descending) {
        Object stringsLast = descending ? SortField.STRING_FIRST : SortField.STRING_LAST;
        return switch (field.kind()) {
            case KEYWORD, KEYWORDS, TERMS, TIMELINE ->
                new SortedSetSortField(field.name(), descending, SortedSetSelector.Type.MIN, stringsLast);
            case TEXT, PROSE ->
                new SortField(field.name() + Documents.SORT, SortField.Type.STRING, descending, stringsLast);
            case DECIMAL, INSTANT, DATE, INTEGER ->
                new SortedNumericSortField(
                        field.name(),
                        SortField.Type.LONG,
                        descending,
                        SortedNumericSelector.Type.MIN,
                        descending ? Long.MIN_VALUE : Long.MAX_VALUE);
            case BYTES -> throw new IllegalStateException("No order: " + field);
        };
    }
}
