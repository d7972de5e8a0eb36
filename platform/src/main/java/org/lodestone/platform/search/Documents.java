package org.lodestone.platform.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.lodestone.platform.aggregate.Aggregate;

/** Makes an aggregate a document. */
final class Documents<A extends Aggregate> {

    static final String ID = "id";
    static final String VERSION = "_version";
    static final String SOURCE = "_source";
    /** Names of the text fields that have a value. */
    static final String HAS = "_has";
    /** Marks what lists do not show. */
    static final String GONE = "_gone";

    static final String SYLLABLES = "#p";
    static final String INITIALS = "#i";
    static final String SORT = "#s";

    /** Money has two decimals, and sums of it must fit. */
    static final int DECIMALS = 2;

    private static final int MAX_KEYWORD = 1024;
    private static final int MAX_SORT_KEY = 64;
    private static final FieldType PHRASES = phrases();

    private final AggregateSource<A> source;
    private final SearchMapping<A> mapping;
    private final SearchSchema schema;

    Documents(AggregateSource<A> source, SearchMapping<A> mapping) {
        this.source = source;
        this.mapping = mapping;
        this.schema = mapping.schema();
    }

    /** The aggregate's texts, as its mapping puts them. */
    SearchDocument texts(A aggregate) {
        SearchDocument texts = new SearchDocument(schema);
        mapping.texts(aggregate, texts);
        return texts;
    }

    A aggregate(BytesRef stored) {
        byte[] bytes = new byte[stored.length];
        System.arraycopy(stored.bytes, stored.offset, bytes, 0, stored.length);
        return source.decode(bytes);
    }

    Document of(A aggregate) {
        Document document = new Document();
        AttributeSource attributes = new AttributeSource(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY);
        document.add(new KeywordField(ID, aggregate.id(), Field.Store.NO));
        document.add(new NumericDocValuesField(VERSION, aggregate.version()));
        if (!mapping.listed(aggregate)) {
            document.add(new StringField(GONE, "1", Field.Store.NO));
            return document;
        }
        SearchDocument values = new SearchDocument(schema);
        mapping.map(aggregate, values);
        keyword(document, "zone", List.of(aggregate.zone()));
        String park = aggregate.park();
        keyword(document, "park", park == null ? List.of() : List.of(park));
        for (SearchSchema.Field field : schema.fields()) {
            List<Object> told = values.values(field.name());
            if (told.isEmpty() || isImplicit(field.name())) {
                continue;
            }
            if (field.kind().isText()) {
                text(document, field, told, attributes);
            } else {
                add(document, field, told);
            }
        }
        document.add(new StoredField(SOURCE, source.encode(aggregate)));
        return document;
    }

    static boolean isImplicit(String field) {
        return field.equals(ID) || field.equals("zone") || field.equals("park");
    }

    /** As keywords are stored and asked for. */
    static BytesRef keyword(String value) {
        return new BytesRef(value.length() <= MAX_KEYWORD ? value : value.substring(0, MAX_KEYWORD));
    }

    static long number(Object value) {
        return switch (value) {
            case BigDecimal decimal -> scaled(decimal, RoundingMode.HALF_UP);
            case Instant instant -> instant.toEpochMilli();
            case LocalDate date -> date.toEpochDay();
            case Long number -> number;
            default -> throw new IllegalArgumentException("Not a number: " + value.getClass());
        };
    }

    static long scaled(BigDecimal value, RoundingMode rounding) {
        BigDecimal unscaled = value.movePointRight(DECIMALS).setScale(0, rounding);
        // The ends are left free for what has no value.
        return unscaled.max(BigDecimal.valueOf(-Long.MAX_VALUE + 1))
                .min(BigDecimal.valueOf(Long.MAX_VALUE - 1))
                .longValueExact();
    }

    private static void add(Document document, SearchSchema.Field field, List<Object> values) {
        switch (field.kind()) {
            case KEYWORD, KEYWORDS -> keyword(document, field.name(), strings(values));
            case TERMS ->
                strings(values)
                        .forEach(value -> document.add(new StringField(field.name(), keyword(value), Field.Store.NO)));
            case TEXT, PROSE -> throw new IllegalStateException("Has tokens: " + field);
            case TIMELINE ->
                Timeline.fields(
                                field,
                                values.stream().map(Timeline.Point.class::cast).toList())
                        .forEach(document::add);
            case DECIMAL, INSTANT, DATE, INTEGER ->
                values.forEach(value -> document.add(new LongField(field.name(), number(value), Field.Store.NO)));
            case BYTES ->
                values.forEach(
                        value -> document.add(new BinaryDocValuesField(field.name(), new BytesRef((byte[]) value))));
        }
    }

    /** Each once. */
    private static Collection<String> strings(List<Object> values) {
        if (values.size() == 1) {
            return List.of((String) values.getFirst());
        }
        Set<String> strings = LinkedHashSet.newLinkedHashSet(values.size());
        values.forEach(value -> strings.add((String) value));
        return strings;
    }

    private static void keyword(Document document, String field, Collection<String> values) {
        values.forEach(value -> document.add(new KeywordField(field, keyword(value), Field.Store.NO)));
    }

    private static void text(
            Document document, SearchSchema.Field field, List<Object> values, AttributeSource attributes) {
        List<Spelling> spelled = new ArrayList<>(values.size());
        values.forEach(value -> spelled.add(Spelling.of((String) value)));
        String name = field.name();
        document.add(new StringField(HAS, name, Field.Store.NO));
        tokens(document, name, TextTokens.text(spelled), attributes);
        if (field.kind() == SearchSchema.Kind.TEXT) {
            tokens(document, name + SYLLABLES, TextTokens.syllables(spelled), attributes);
            tokens(document, name + INITIALS, TextTokens.initials(spelled), attributes);
            document.add(new SortedDocValuesField(
                    name + SORT, new BytesRef(Pinyin.sortKey(spelled.getFirst(), MAX_SORT_KEY))));
        }
    }

    private static void tokens(Document document, String field, Tokens tokens, AttributeSource attributes) {
        if (!tokens.isEmpty()) {
            document.add(new Field(field, tokens.stream(attributes), PHRASES));
        }
    }

    private static FieldType phrases() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        // Ranks do not depend on lengths: see QueryText.
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
