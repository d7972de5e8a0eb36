package org.lodestone.leads.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadView;
import org.lodestone.leads.lead.Plan;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Profile;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.observability.Masking;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;

/** One lead as a line of the ledger, for one reader: numbers and dates as such, codes in words, contacts as far as they may be seen. */
final class LedgerLine {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Lead lead;
    private final int serial;
    private final Reader reader;

    /** Who reads, in which language, with which words. */
    record Reader(Scope scope, Locale locale, LedgerWords words) {}

    LedgerLine(Lead lead, int serial, Reader reader) {
        this.lead = lead;
        this.serial = serial;
        this.reader = reader;
    }

    List<@Nullable Object> values(List<LedgerColumn> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (LedgerColumn column : columns) {
            values.add(value(column));
        }
        return values;
    }

    private @Nullable Object value(LedgerColumn column) {
        LedgerWords words = reader.words();
        Locale locale = reader.locale();
        Profile profile = lead.profile();
        Plan plan = lead.plan();
        Care care = lead.care();
        return switch (column) {
            case SERIAL -> serial;
            case NUMBER -> lead.number();
            case NAME -> profile.name();
            case INVESTOR -> of(profile.investor(), Investor::name);
            case USCC -> of(profile.investor(), Investor::uscc);
            case REGION -> of(of(profile.investor(), Investor::region), words::region);
            case CHANNEL -> of(profile.source().channel(), channel -> words.channel(channel, locale));
            case REFERRER -> profile.source().referrer();
            case RECEIVED_ON -> profile.receivedOn();
            case INDUSTRY -> plan.business().industry();
            case CHAIN -> of(plan.business().chain(), chain -> words.chain(chain, locale));
            case CONTENT -> shown(plan.business().content());
            case PLANNED -> wan(plan.planned());
            case SITE ->
                joined("/", of(needs(Needs::landMu), mu -> mu + "亩"), of(needs(Needs::floorM2), m2 -> m2 + "㎡"));
            case UTILITIES ->
                joined("；", of(needs(Needs::powerKva), kva -> kva + "kVA"), of(plan.needs(), Needs::environment));
            case EXPECTED -> joined("·", of(output(), value -> "产值" + value), of(tax(), value -> "税收" + value));
            case PARK -> of(lead.park(), park -> words.park(park, locale));
            case OWNER -> of(lead.assignment().owner(), words::person);
            case DEPARTMENT -> lead.assignment().department();
            case SPONSOR -> of(lead.assignment().sponsor(), words::person);
            case STATE -> words.state(lead.zone(), lead.progress().state(), locale);
            case VERDICT -> of(of(care.assessment(), Assessment::verdict), verdict -> words.verdict(verdict, locale));
            case LAST_FOLLOW_UP -> of(of(lastFollowUp(), FollowUp::at), this::day);
            case PROGRESS -> shown(of(lastFollowUp(), FollowUp::summary));
            case PROBLEMS -> shown(of(lastFollowUp(), FollowUp::problems));
            case HELP -> shown(of(lastFollowUp(), FollowUp::needs));
            case NEXT_STEP -> shown(of(care.nextAction(), NextAction::what));
            case NEXT_ON -> of(care.nextAction(), NextAction::on);
            case UPDATED_AT -> MINUTE.format(lead.trace().updatedAt().atZone(words.time(lead.zone())));
            case ZONE -> words.zone(lead.zone(), locale);
            case LAND -> of(plan.needs(), Needs::landMu);
            case FLOOR -> of(plan.needs(), Needs::floorM2);
            case POWER -> of(plan.needs(), Needs::powerKva);
            case ENVIRONMENT -> of(plan.needs(), Needs::environment);
            case OUTPUT -> wan(of(plan.expected(), Expected::output));
            case TAX -> wan(of(plan.expected(), Expected::tax));
            case JOBS -> of(plan.expected(), Expected::jobs);
            case CONTACT_NAME -> of(contact(), Contact::name);
            case CONTACT_TITLE -> of(contact(), Contact::title);
            case CONTACT_PHONE -> of(contact(), Contact::phone);
            case CONTACT_EMAIL -> of(contact(), Contact::email);
            case TAGS -> String.join("、", profile.tags());
            case NOTE -> shown(profile.source().note());
        };
    }

    /** The first, as the list shows it to this reader. */
    private @Nullable Contact contact() {
        List<Contact> shown = LeadView.contacts(lead, reader.scope());
        return shown == null || shown.isEmpty() ? null : shown.getFirst();
    }

    /** A file travels: numbers in a text are masked for who may not see the contacts. */
    private @Nullable String shown(@Nullable String text) {
        return text == null || LeadView.seesContacts(lead, reader.scope()) ? text : Masking.text(text);
    }

    private @Nullable FollowUp lastFollowUp() {
        List<FollowUp> all = lead.care().followUps();
        return all.isEmpty() ? null : all.getLast();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, reader.words().time(lead.zone()));
    }

    private @Nullable String needs(Function<Needs, @Nullable BigDecimal> part) {
        return of(of(lead.plan().needs(), part), LedgerLine::plain);
    }

    private @Nullable String output() {
        return of(wan(of(lead.plan().expected(), Expected::output)), LedgerLine::plain);
    }

    private @Nullable String tax() {
        return of(wan(of(lead.plan().expected(), Expected::tax)), LedgerLine::plain);
    }

    private static @Nullable BigDecimal wan(@Nullable Amount amount) {
        return amount == null ? null : new BigDecimal(plain(amount.toCny().divide(WAN)));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.toPlainString();
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return all.isEmpty() ? null : all;
    }

    private static <T, R> @Nullable R of(@Nullable T value, Function<? super T, ? extends @Nullable R> part) {
        return value == null ? null : part.apply(value);
    }
}
