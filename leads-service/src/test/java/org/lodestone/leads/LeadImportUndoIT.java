package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Handing;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Between an undo's look at a lead and its withdrawal somebody writes to it: the service itself, or a person. */
@ServiceTest
@DirtiesContext
class LeadImportUndoIT {

    /** What happens to a lead, once, right after it was looked at. */
    private static final Map<String, Function<String, Mono<?>>> MEANWHILE = new ConcurrentHashMap<>();

    private final Api api;
    private final Ledgers ledgers;
    private final OwnZone zone;
    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final BusinessClock clock;

    @Autowired
    LeadImportUndoIT(
            WebTestClient http,
            ApplicationContext service,
            AggregateStore<Lead> leads,
            LeadDesk desk,
            BusinessClock clock) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
        this.leads = leads;
        this.desk = desk;
        this.clock = clock;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Interrupted {

        @Bean
        @Primary
        AggregateStore<Lead> interrupted(AggregateStores stores) {
            return new AggregateStore<>(stores, Lead.class, "leads", Topics.LEADS, "/leads") {
                @Override
                public Mono<Lead> find(Scope scope, String id) {
                    return super.find(scope, id).delayUntil(_ -> {
                        Function<String, Mono<?>> happens = MEANWHILE.remove(id);
                        return happens == null ? Mono.empty() : happens.apply(id);
                    });
                }
            };
        }
    }

    private Mono<?> givenBack(String id, String by) {
        Command command = Command.ofSystem("meanwhile:" + id, by, clock.now());
        Because because = Because.of(Because.Code.RECYCLED, clock.now(), by);
        return leads.change(id, command, 200, lead -> Handing.lapse(lead, because, desk.rules(lead.zone()), command));
    }

    private String imported() throws Exception {
        return ledgers.imported(
                zone.manager(),
                Ledgers.xlsx(List.of(row(Ledgers.brand()), row(Ledgers.brand()))),
                "{\"duplicates\":\"create\"}");
    }

    private Answer undone(String id) throws Exception {
        api.post(zone.manager(), IMPORTS + "/" + id + "/undo", "{}");
        return ledgers.reached(zone.manager(), id, "UNDONE");
    }

    @Test
    void whatTheServiceItselfWroteMeanwhileKeepsNoLead() throws Exception {
        String id = imported();
        List<String> created = ledgers.rows(zone.manager(), id, "CREATE").texts("items", "leadId");
        created.forEach(lead -> MEANWHILE.put(lead, one -> givenBack(one, "system")));

        Answer undone = undone(id);

        assertThat(MEANWHILE).isEmpty();
        assertThat(undone.body().at("/counts/undone").asInt())
                .as("%s", undone.body())
                .isEqualTo(2);
        assertThat(undone.body().path("kept").isEmpty()).isTrue();
        created.forEach(
                lead -> assertThat(api.get(zone.manager(), "/api/leads/" + lead).status())
                        .isEqualTo(410));
    }

    @Test
    void whatAPersonWroteMeanwhileKeepsIt() throws Exception {
        String id = imported();
        String first = ledgers.rows(zone.manager(), id, "CREATE").text("/items/0/leadId");
        MEANWHILE.put(first, one -> givenBack(one, "officer.quick"));

        Answer undone = undone(id);

        assertThat(MEANWHILE).isEmpty();
        assertThat(undone.body().at("/counts/undone").asInt()).isEqualTo(1);
        assertThat(undone.texts("kept", "leadId")).containsExactly(first);
        assertThat(undone.text("/kept/0/because")).isEqualTo("touched");
        assertThat(api.get(zone.manager(), "/api/leads/" + first).status()).isEqualTo(200);
    }
}
