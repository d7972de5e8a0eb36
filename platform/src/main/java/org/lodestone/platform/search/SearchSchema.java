package org.lodestone.platform.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of an index. Any change of them makes the index build itself anew. */
public final class SearchSchema {

    enum Kind {
        KEYWORD,
        KEYWORDS,
        TERMS,
        TEXT,
        PROSE,
        DECIMAL,
        INSTANT,
        DATE,
        INTEGER;

        boolean isText() {
            return this == TEXT || this == PROSE;
        }

        boolean isKeyword() {
            return this == KEYWORD || this == KEYWORDS;
        }
    }

    record Field(String name, Kind kind, float weight) {}

    private final String name;
    private final int version;
    private final Map<String, Field> fields;

    private SearchSchema(String name, int version, Map<String, Field> fields) {
        this.name = name;
        this.version = version;
        this.fields = Map.copyOf(fields);
    }

    /**
     * @param name of the index and its folder, e.g. {@code lead}
     * @param version raised when the mapping puts other values than before
     */
    public static Builder of(String name, int version) {
        return new Builder(name, version);
    }

    public String name() {
        return name;
    }

    int version() {
        return version;
    }

    Collection<Field> fields() {
        return fields.values();
    }

    @Nullable
    Field field(String field) {
        return fields.get(field);
    }

    /** Everything that decides what a stored document looks like. */
    String fingerprint() {
        return version + ":" + new TreeMap<>(fields);
    }

    public static final class Builder {

        private final String name;
        private final int version;
        private final Map<String, Field> fields = new LinkedHashMap<>();

        private Builder(String name, int version) {
            this.name = name;
            this.version = version;
            keyword("id").keyword("zone").keyword("park");
        }

        /** One exact value. */
        public Builder keyword(String field) {
            return add(field, Kind.KEYWORD, 0);
        }

        /** Any number of exact values. */
        public Builder keywords(String field) {
            return add(field, Kind.KEYWORDS, 0);
        }

        /** Any number of exact values to look up by, and for nothing else: neither sorted nor counted, so they cost little. */
        public Builder terms(String field) {
            return add(field, Kind.TERMS, 0);
        }

        /** A name or number: found by any part of it, by pinyin and initials. {@code weight} decides the rank. */
        public Builder text(String field, float weight) {
            return add(field, Kind.TEXT, weight);
        }

        /** Longer text: found by any part of it, not by pinyin. */
        public Builder prose(String field, float weight) {
            return add(field, Kind.PROSE, weight);
        }

        /** Two decimals, as money has. */
        public Builder decimal(String field) {
            return add(field, Kind.DECIMAL, 0);
        }

        public Builder instant(String field) {
            return add(field, Kind.INSTANT, 0);
        }

        public Builder date(String field) {
            return add(field, Kind.DATE, 0);
        }

        public Builder integer(String field) {
            return add(field, Kind.INTEGER, 0);
        }

        public SearchSchema build() {
            return new SearchSchema(name, version, fields);
        }

        private Builder add(String field, Kind kind, float weight) {
            if (!field.matches("[A-Za-z][A-Za-z0-9]*")) {
                throw new IllegalArgumentException("Not a name of a field: " + field);
            }
            Field previous = fields.putIfAbsent(field, new Field(field, kind, weight));
            if (previous != null && previous.kind() != kind) {
                throw new IllegalArgumentException("Declared twice: " + field);
            }
            return this;
        }
    }
}
