package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.officer;
import static org.lodestone.leads.Companies.brand;
import static org.lodestone.leads.Companies.uscc;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One company seen as a whole, by each as far as they see. */
@ServiceTest
class InvestorsIT {

    private static final String INVESTORS = "/api/investors";

    private final Api api;
    private final Companies companies;
    private final KafkaTemplate<String, byte[]> kafka;
    private final ApplicationContext service;

    @Autowired
    InvestorsIT(WebTestClient http, KafkaTemplate<String, byte[]> kafka, ApplicationContext service) {
        this.api = new Api(http);
        this.service = service;
        this.companies = new Companies(api);
        this.kafka = kafka;
    }

    private static String yangcheng() {
        return Tokens.of("manager.yangcheng", Role.MANAGER, YANGCHENG);
    }

    private Answer found(String token, String q) {
        return api.get(token, INVESTORS + "?q=" + q);
    }

    private Answer unlinked(String token, String path) {
        return api.send(HttpMethod.DELETE, token, path, (String) null, Map.of());
    }

    @Test
    void whatIsWrittenDifferentlyIsOneCompany() {
        String brand = brand();
        String code = uscc();
        String first = companies
                .lead(officer(), YUANQU, "山西" + brand + "新能源有限公司", null)
                .id();
        companies.lead(manager(), YUANQU, brand + "新能源", code);
        companies.lead(manager(), YUANQU, brand + "新能源（集团）有限公司", code);

        Answer list = found(officer(), brand);

        assertThat(list.texts("items", "id")).containsExactly(code);
        assertThat(list.body().at("/items/0/leads").asInt()).isEqualTo(3);
        assertThat(list.text("/items/0/zones/0")).isEqualTo(YUANQU);
        assertThat(found(officer(), code.toLowerCase(java.util.Locale.ROOT)).texts("items", "id"))
                .containsExactly(code);
        Answer whole = api.get(officer(), INVESTORS + "/" + code);
        assertThat(whole.body().path("leadCount").asInt()).isEqualTo(3);
        assertThat(whole.body().path("names").valueStream().map(one -> one.asString()))
                .containsExactlyInAnyOrder(brand + "新能源（集团）有限公司", brand + "新能源", "山西" + brand + "新能源有限公司");
        assertThat(whole.text("/uscc")).isEqualTo(code);
        assertThat(whole.body().path("usccValid").asBoolean()).isTrue();
        assertThat(whole.text("/region")).isEqualTo("370100");
        assertThat(whole.text("/leads/2/id")).isEqualTo(first);
        String shown = api.get(officer(), "/api/leads/" + first).text("/investor/id");
        assertThat(api.get(officer(), INVESTORS + "/" + shown).id()).isEqualTo(code);
        assertThat(whole.text("/leads/2/light")).isNotBlank();
        assertThat(whole.body().path("mayLink").asBoolean()).isTrue();
    }

    @Test
    void aNameThatTwoCodesHaveIsNeithersAlone() {
        String brand = brand();
        String one = uscc();
        String two = uscc();
        companies.lead(manager(), YUANQU, brand + "电缆有限公司", one);
        companies.lead(manager(), YUANQU, brand + "电缆有限公司", two);
        companies.lead(manager(), YUANQU, brand + "电缆", null);

        Answer list = found(manager(), brand);

        assertThat(list.texts("items", "uscc")).contains(one, two);
        assertThat(list.body().path("items").size()).isEqualTo(3);
        assertThat(list.body().path("items").valueStream())
                .allMatch(item -> item.path("leads").asInt() == 1);
        String named = list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .filter(id -> id.startsWith("n."))
                .findFirst()
                .orElseThrow();
        assertThat(api.get(manager(), INVESTORS + "/" + named)
                        .body()
                        .path("leadCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void itIsFoundByPinyinAndNotByWhatItsLeadIsCalled() {
        OwnZone zone = OwnZone.in(service);
        String brand = brand();
        companies.lead(zone.manager(), zone.id(), brand + "隆胜服饰有限公司", null);
        companies.lead(zone.manager(), zone.id(), brand() + "电缆有限公司", null);

        assertThat(found(zone.manager(), "longshengfushi").body().path("items").toString())
                .contains(brand);
        assertThat(found(zone.manager(), brand + "隆胜服饰有限公司项目")
                        .body()
                        .path("items")
                        .isEmpty())
                .isTrue();
        Answer all = api.get(zone.manager(), INVESTORS);
        assertThat(all.body().path("items").size()).isEqualTo(2);
        assertThat(all.body().path("items").toString()).contains(brand);
        assertThat(api.get(zone.manager(), INVESTORS + "?limit=1")
                        .body()
                        .path("more")
                        .asBoolean())
                .isTrue();
        assertThat(api.get(zone.manager(), INVESTORS + "?limit=51").status()).isEqualTo(400);
    }

    @Test
    void everybodySeesWhatIsTheirs() {
        String brand = brand();
        String code = uscc();
        companies.lead(manager(), YUANQU, brand + "镁业有限公司", code);
        companies.lead(yangcheng(), YANGCHENG, brand + "镁业有限公司", code);
        String city = Api.as(Role.CITY);
        String viewer = Api.as(Role.VIEWER);
        String path = INVESTORS + "/" + code;

        assertThat(api.get(manager(), path).body().path("leadCount").asInt()).isEqualTo(1);
        assertThat(api.get(manager(), path).text("/contacts/0/phone")).isEqualTo("13812345678");
        assertThat(api.get(officer(), path).text("/contacts/0/phone")).isEqualTo("138****5678");
        Answer all = api.get(city, path);
        assertThat(all.body().path("leadCount").asInt()).isEqualTo(2);
        assertThat(all.text("/contacts/0/phone")).isEqualTo("138****5678");
        assertThat(all.body().path("contacts").size()).isEqualTo(1);
        assertThat(api.get(viewer, path).body().has("contacts")).isFalse();
        assertThat(found(city, brand).body().at("/items/0/zones").toString()).isEqualTo("[\"140522\",\"140827\"]");
        String third = Tokens.of("manager.qinshui", Role.MANAGER, "140521");
        assertThat(api.get(third, path).status()).isEqualTo(404);
        assertThat(found(third, brand).body().path("items").isEmpty()).isTrue();
        assertThat(api.get(manager(), INVESTORS + "/nonsense").status()).isEqualTo(404);
        assertThat(api.get(manager(), INVESTORS + "/n.!!").status()).isEqualTo(404);
    }

    @Test
    void itsProjectsAndRegistrationsAreThere() throws Exception {
        String brand = brand();
        String code = uscc();
        String lead = companies.lead(manager(), YUANQU, brand + "环保有限公司", code).id();
        companies.convert(lead);
        Companies.announce(kafka, lead, YUANQU, brand + "项目");

        Answer whole = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get(manager(), INVESTORS + "/" + code),
                        now -> !now.body().path("projects").isEmpty());

        assertThat(whole.text("/projects/0/id")).isEqualTo("P-" + lead);
        assertThat(whole.text("/projects/0/stage")).isEqualTo("SIGNED");
        assertThat(whole.text("/projects/0/amount/value")).isEqualTo("12000.00");
        assertThat(whole.text("/leads/0/projectId")).isEqualTo("P-" + lead);
    }

    @Test
    void companiesAreLinkedByHandAndTheLinkIsSeenFromBothSides() {
        String brand = brand();
        String parent = uscc();
        companies.lead(manager(), YUANQU, brand + "集团股份有限公司", parent);
        companies.lead(manager(), YUANQU, brand + "铜箔有限公司", null);
        String child = api.get(manager(), INVESTORS + "?q=" + brand + "铜箔").text("/items/0/id");
        String links = INVESTORS + "/" + parent + "/links";
        String body = "{\"to\":\"" + brand + "铜箔有限公司\",\"kind\":\"SHAREHOLDER\",\"percent\":\"51\"}";

        Answer made = api.post(officer(), links, body);
        Answer again = api.post(officer(), links, body.replace("51", "67.5"));

        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(made.id());
        Answer whole = api.get(officer(), INVESTORS + "/" + parent);
        assertThat(whole.body().path("links").size()).isEqualTo(1);
        assertThat(whole.text("/links/0/percent")).isEqualTo("67.5");
        assertThat(whole.text("/links/0/direction")).isEqualTo("OUT");
        assertThat(whole.text("/links/0/investor/id")).isEqualTo(child);
        Answer other = api.get(officer(), INVESTORS + "/" + child);
        assertThat(other.text("/links/0/direction")).isEqualTo("IN");
        assertThat(other.text("/links/0/investor/name")).isEqualTo(brand + "集团股份有限公司");
        assertThat(unlinked(yangcheng(), links + "/" + made.id()).status()).isEqualTo(404);
        assertThat(unlinked(Tokens.of("officer.other", Role.OFFICER, YUANQU), links + "/" + made.id())
                        .status())
                .isEqualTo(403);
        assertThat(unlinked(officer(), links + "/" + made.id()).status()).isEqualTo(204);
        assertThat(api.get(officer(), INVESTORS + "/" + child)
                        .body()
                        .path("links")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aLinkHoldsWhenTheCompanysCodeIsLearnt() {
        String brand = brand();
        String parent = uscc();
        String code = uscc();
        companies.lead(manager(), YUANQU, brand + "控股有限公司", parent);
        Answer lead = companies.lead(manager(), YUANQU, brand + "陶瓷有限公司", null);
        String path = INVESTORS + "/" + parent + "/links";
        api.post(manager(), path, "{\"to\":\"" + brand + "陶瓷有限公司\",\"kind\":\"GROUP\"}");

        String patch = "{\"investor\":{\"uscc\":\"" + code + "\"}}";
        api.shown(manager(), api.patch(manager(), "/api/leads/" + lead.id(), patch, 1));

        assertThat(api.get(manager(), INVESTORS + "/" + code).text("/links/0/investor/id"))
                .isEqualTo(parent);
    }

    @Test
    void aCompanyThatIsOnlyLinkedIsShownWithItsLinks() {
        String brand = brand();
        String code = uscc();
        companies.lead(manager(), YUANQU, brand + "投资有限公司", code);
        Answer link = api.post(
                manager(), INVESTORS + "/" + code + "/links", "{\"to\":\"" + brand + "母公司\",\"kind\":\"BRANCH\"}");

        Answer parent = api.get(officer(), INVESTORS + "/" + link.text("/investor/id"));

        assertThat(parent.text("/name")).isEqualTo(brand + "母公司");
        assertThat(parent.body().path("leadCount").asInt()).isZero();
        assertThat(parent.text("/links/0/investor/id")).isEqualTo(code);
        assertThat(api.get(yangcheng(), INVESTORS + "/" + link.text("/investor/id"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nonsenseIsNoLink() {
        String brand = brand();
        String code = uscc();
        companies.lead(manager(), YUANQU, brand + "股份有限公司", code);
        String links = INVESTORS + "/" + code + "/links";

        assertThat(api.post(manager(), links, "{\"to\":\"" + code + "\",\"kind\":\"GROUP\"}")
                        .texts("errors", "code"))
                .containsExactly("same-investor");
        assertThat(api.post(manager(), links, "{\"to\":\"某公司\",\"kind\":\"GROUP\",\"percent\":\"5\"}")
                        .texts("errors", "code"))
                .containsExactly("percent-of-shares");
        assertThat(api.post(manager(), links, "{\"to\":\"某公司\",\"kind\":\"SHAREHOLDER\",\"percent\":\"101\"}")
                        .texts("errors", "code"))
                .containsExactly("percent");
        assertThat(api.post(manager(), links, "{}").texts("errors", "field")).containsExactlyInAnyOrder("to", "kind");
        assertThat(api.post(manager(), INVESTORS + "/" + uscc() + "/links", "{\"to\":\"某公司\",\"kind\":\"GROUP\"}")
                        .status())
                .isEqualTo(404);
    }
}
