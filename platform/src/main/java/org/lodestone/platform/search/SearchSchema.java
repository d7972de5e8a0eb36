package org.lodestone.platform.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
        INTEGER,
        TIMELINE,
        BYTES;

        boolean isText() {
            return this == TEXT || this == PROSE;
        }

        /** Found by value or moment, or read beside; without an order. */
        boolean isLookedUp() {
            return this == TERMS || this == TIMELINE || this == BYTES;
        }

        boolean isKeyword() {
            return this == KEYWORD || this == KEYWORDS;
        }
    }

    /** @param values those a timeline may take, in the order of their codes; empty for any other kind */
    record Field(String name, Kind kind, float weight, List<String> values) {

        /** 0 for a value that was not declared. */
        int code(String value) {
            return values.indexOf(value) + 1;
        }
    }

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

        /**
         * What something was when: moments, each with the value that began then. Asked what it was at any of them.
         *
         * @param values all it can take; what is put besides them matches nothing
         */
        public Builder timeline(String field, List<String> values) {
            if (values.size() > Timeline.MOST_VALUES) {
                throw new IllegalArgumentException("Too many values: " + field);
            }
            return add(new Field(field, Kind.TIMELINE, 0, List.copyOf(values)));
        }

        /** Read beside what was found by other fields, before the whole is read; nothing is found by it. */
        public Builder bytes(String field) {
            return add(field, Kind.BYTES, 0);
        }

        public SearchSchema build() {
            return new SearchSchema(name, version, fields);
        }

        private Builder add(String field, Kind kind, float weight) {
            return add(new Field(field, kind, weight, List.of()));
        }

        private Builder add(Field field) {
            if (!field.name().matches("[A-Za-z][A-Za-z0-9]*")) {
                throw new IllegalArgumentException("Not a name of a field: " + field.name());
            }
            Field previous = fields.putIfAbsent(field.name(), field);
            if (previous != null && previous.kind() != field.kind()) {
                throw new IllegalArgumentException("Declared twice: " + field.name());
            }
            return this;
        }
    }
}
