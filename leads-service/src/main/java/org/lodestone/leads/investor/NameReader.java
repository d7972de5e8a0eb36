package org.lodestone.leads.investor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Spelling;

/** Takes one name apart, from the outside inwards. */
final class NameReader {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Reading reading;
    private final Surroundings around;

    NameReader(String name) {
        this.reading = new Reading(Spelling.plain(name));
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
            reading.places.add(Places.ABROAD);
        }
        return reading.named(brand);
    }

    private String chinese(LatinName latin) {
        latin.place();
        reading.text = Reading.spoken(reading.text);
        around.project();
        return new ChineseName(reading).brand();
    }
}
