package org.lodestone.leads.lead;

import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where leads are kept and how they are found. */
@Configuration(proxyBeanMethods = false)
class LeadParts {

    @Bean
    AggregateStore<Lead> leads(AggregateStores stores) {
        return stores.of(Lead.class, "leads", Topics.LEADS, "/leads");
    }

    @Bean
    SearchIndex<Lead> leadIndex(
            SearchIndexes indexes, AggregateStore<Lead> leads, LeadScores scores, DuplicateKeys alike, LeadDesk desk) {
        return indexes.of(leads, new LeadSearch(scores, alike, desk), Topics.LEADS);
    }
}
