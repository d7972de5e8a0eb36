package org.lodestone.platform.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** A part of several queries to one view: where its terms are is looked up once. It only matches, and counts for no score. */
final class Prepared extends Query {

    private final Query query;
    private final Weight weight;

    private Prepared(Query query, Weight weight) {
        this.query = query;
        this.weight = weight;
    }

    static Prepared of(IndexSearcher view, Query query) throws IOException {
        Query simplest = view.rewrite(query);
        return new Prepared(simplest, view.createWeight(simplest, ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return weight;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return query.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
