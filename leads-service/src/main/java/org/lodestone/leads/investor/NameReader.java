package org.lodestone.leads.investor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Spelling;

/** Takes one name apart, from the outside inwards. */
final class NameReader {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Stravenholt斯特拉文霍尔特: one name twice. */
    private static final Pattern TWICE =
            Pattern.compile("(?<before>[a-z]{5,})(?<han>\\p{IsHan}{3,})|(?<first>\\p{IsHan}{3,})(?<behind>[a-z]{5,})");

    private final Reading reading;
    private final Surroundings around;

    NameReader(String name) {
        this.reading = new Reading(Letters.plain(Spelling.plain(name)));
        this.around = new Surroundings(reading);
    }

    /** The phase alone: less than a tenth of the work. */
    @Nullable
    Integer readPhase() {
        around.secondName();
        around.phase();
        return reading.phase;
    }

    CompanyName read() {
        String written = reading.text;
        around.heading();
        around.secondName();
        around.phase();
        around.brackets();
        LatinName latin = new LatinName(reading);
        latin.form();
        String brand = HAN.matcher(reading.text).find() ? chinese(latin) : latin.brand();
        if (brand.isEmpty()) {
            reading.words.clear();
            reading.places.clear();
            String whole = Reading.spoken(written);
            brand = whole.isEmpty() ? written : whole;
        }
        if (reading.abroad && reading.places.isEmpty()) {
            reading.places.add(Regions.ABROAD);
        }
        return withAliases(reading.named(once(brand)));
    }

    private String chinese(LatinName latin) {
        latin.place();
        reading.text = Reading.spoken(reading.text);
        around.project();
        return new ChineseName(reading).brand();
    }

    private String once(String brand) {
        Matcher twice =
                reading.second == null && !Sound.isLatin(brand) && hasLatin(brand) ? TWICE.matcher(brand) : null;
        if (twice == null || !twice.matches()) {
            return brand;
        }
        boolean before = twice.group("before") != null;
        reading.second = twice.group(before ? "before" : "behind");
        return twice.group(before ? "han" : "first");
    }

    private static boolean hasLatin(String brand) {
        return Reading.any(brand, unit -> unit >= 'a' && unit <= 'z');
    }

    private CompanyName withAliases(CompanyName name) {
        if (reading.second != null) {
            CompanyName second = new NameReader(reading.second).read();
            boolean whole = second.registered() || !second.words().isEmpty();
            reading.aliases.add(whole ? second.called(List.of()) : name.branded(second.brand()));
        }
        if (reading.town != null) {
            reading.aliases.add(name.branded(reading.town + name.brand()));
        }
        if (!reading.supposed.isEmpty() && name.brand().length() > reading.supposedLength + 1) {
            reading.aliases.add(
                    name.branded(name.brand().substring(reading.supposedLength)).in(reading.supposed));
        }
        if (reading.aliases.isEmpty()) {
            return name;
        }
        return name.called(reading.aliases.stream()
                .map(alias -> alias.phase() == null ? alias.inPhase(name.phase()) : alias)
                .toList());
    }
}
