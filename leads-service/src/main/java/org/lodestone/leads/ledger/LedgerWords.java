package org.lodestone.leads.ledger;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.leads.directory.Chain;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Park;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.directory.Regions;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.pipeline.Text;
import org.springframework.stereotype.Component;

/** The words a ledger has for our codes, in both directions. What has no words is shown as its code. */
@Component
public class LedgerWords {

    private static final Map<Channel, Text> CHANNELS = new EnumMap<>(Map.of(
            Channel.REFERRAL, new Text("引荐", "Referral"),
            Channel.VISIT, new Text("来访", "Visit"),
            Channel.EVENT, new Text("活动", "Event"),
            Channel.AGENT, new Text("招商代理", "Agent"),
            Channel.CHAIN_LEADER, new Text("链主推荐", "Chain leader"),
            Channel.INBOUND, new Text("主动来电", "Inbound"),
            Channel.PLATFORM, new Text("平台", "Platform"),
            Channel.OTHER, new Text("其他", "Other")));

    private static final Map<Verdict, Text> VERDICTS = new EnumMap<>(Map.of(
            Verdict.PROCEED, new Text("准入", "Proceed"),
            Verdict.REJECT, new Text("不予准入", "Reject"),
            Verdict.MORE, new Text("补充材料", "More needed")));

    private final Directory directory;
    private final PipelineTemplates templates;

    LedgerWords(Directory directory, PipelineTemplates templates) {
        this.directory = directory;
        this.templates = templates;
    }

    public String channel(Channel channel, Locale locale) {
        return nameOf(channel, locale);
    }

    static String nameOf(Channel channel, Locale locale) {
        return words(CHANNELS.get(channel), channel, locale);
    }

    public Optional<Channel> channel(String text) {
        return coded(Channel.values(), text, channel -> words(CHANNELS, channel));
    }

    public String verdict(Verdict verdict, Locale locale) {
        return words(VERDICTS.get(verdict), verdict, locale);
    }

    public Optional<Verdict> verdict(String text) {
        return coded(Verdict.values(), text, verdict -> words(VERDICTS, verdict));
    }

    public String state(String zone, String code, Locale locale) {
        return template(zone)
                .flatMap(template -> template.find(code))
                .map(state -> state.labels().in(locale))
                .orElse(code);
    }

    /** The code of a state of this zone, by its code or its name in either language. */
    public Optional<String> stateCode(String zone, String text) {
        return template(zone).stream()
                .flatMap(template -> template.states().stream())
                .filter(state -> is(text, state.code()) || is(text, state.labels()))
                .map(state -> state.code())
                .findFirst();
    }

    public String zone(String id, Locale locale) {
        return directory
                .zone(id)
                .map(zone -> new Text(zone.name(), zone.nameEn()).in(locale))
                .orElse(id);
    }

    public ZoneId time(String zone) {
        return ZoneId.of(directory.zone(zone).map(Zone::timeZone).orElse("Asia/Shanghai"));
    }

    public String park(String id, Locale locale) {
        return directory
                .park(id)
                .map(park -> new Text(park.name(), park.nameEn()).in(locale))
                .orElse(id);
    }

    public Optional<String> parkId(String zone, String text) {
        return directory.parks().stream()
                .filter(park -> park.zone().equals(zone))
                .filter(park -> is(text, park.id()) || is(text, new Text(park.name(), park.nameEn())))
                .map(Park::id)
                .findFirst();
    }

    public String chain(String id, Locale locale) {
        return directory
                .chain(id)
                .map(chain -> new Text(chain.name(), chain.nameEn()).in(locale))
                .orElse(id);
    }

    /** A stage behind a stroke (产业链/环节) does not matter, unless the chain's own name has one. */
    public Optional<String> chainId(String text) {
        return directory.chains().stream()
                .filter(chain -> is(text, chain.id())
                        || is(text, new Text(chain.name(), chain.nameEn()))
                        || text.startsWith(chain.name() + "/"))
                .map(Chain::id)
                .findFirst();
    }

    public String region(String code) {
        return Regions.precise(code).orElse(code);
    }

    public String person(String login) {
        return directory.person(login).map(Person::name).orElse(login);
    }

    /** The user of that name who works in the zone; empty when there is none, or more than one. */
    public Optional<String> login(String zone, String text) {
        var found = directory.people().stream()
                .filter(person -> person.worksIn(zone))
                .filter(person ->
                        text.strip().equals(person.id()) || text.strip().equals(person.name()))
                .flatMap(person -> Optional.ofNullable(person.id()).stream())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    Optional<PipelineTemplate> template(String zone) {
        return directory.zone(zone).map(known -> templates.template(known.template() + "-leads"));
    }

    private static <E extends Enum<E>> Text words(Map<E, Text> words, E code) {
        return words.getOrDefault(code, new Text(code.name(), code.name()));
    }

    private static String words(@org.jspecify.annotations.Nullable Text words, Enum<?> code, Locale locale) {
        return words == null ? code.name() : words.in(locale);
    }

    private static <E extends Enum<E>> Optional<E> coded(E[] codes, String text, Function<E, Text> words) {
        return Arrays.stream(codes)
                .filter(code -> is(text, code.name()) || is(text, words.apply(code)))
                .findFirst();
    }

    private static boolean is(String text, String code) {
        return text.strip().equalsIgnoreCase(code);
    }

    private static boolean is(String text, Text words) {
        return is(text, words.zh()) || is(text, words.en());
    }
}
