package org.lodestone.leads.investor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys under which a name is found by names like it. Each has a weight: how much it says that two share it. */
public final class NameKeys {

    private static final float CORE = 40;
    private static final float SOUND = 15;
    private static final float BRAND = 12;
    private static final float BRAND_SOUND = 6;
    private static final float CUT = 5;
    private static final float BEGINNING = 3;
    private static final int LONGEST_BEGINNING = 6;
    private static final int SHORTEST_CUT = 3;
    private static final int LONGEST_CUT = 24;
    private static final int MOST_READINGS = 8;

    private NameKeys() {}

    /** What a name is kept under. */
    public static Map<String, Float> kept(CompanyName name) {
        Map<String, Float> keys = keptAlone(name);
        name.aliases().forEach(alias -> keys.putAll(keptAlone(alias)));
        return keys;
    }

    private static Map<String, Float> keptAlone(CompanyName name) {
        Map<String, Float> keys = askedAlone(name);
        String core = name.core();
        // What is shorter finds it by its beginning; letters begin too many words alike.
        for (int length = 2; length < core.length() && length <= LONGEST_BEGINNING && !Sound.isLatin(core); length++) {
            keys.put("a:" + core.substring(0, length), BEGINNING);
        }
        return keys;
    }

    /** What a name is looked up by. */
    public static Map<String, Float> asked(CompanyName name) {
        Map<String, Float> keys = askedAlone(name);
        name.aliases().forEach(alias -> keys.putAll(askedAlone(alias)));
        return keys;
    }

    private static Map<String, Float> askedAlone(CompanyName name) {
        String core = name.core();
        String brand = name.brand();
        Map<String, Float> keys = new LinkedHashMap<>();
        keys.put("n:" + core, CORE);
        keys.put("y:" + Sound.usual(core).replace('v', 'u'), SOUND);
        keys.put("b:" + brand, BRAND);
        // 拓 is tuo and ta: who writes a name in letters knows which.
        Sound.readings(brand, MOST_READINGS).forEach(sound -> keys.put("z:" + sound.replace('v', 'u'), BRAND_SOUND));
        if (Looks.isAny(brand)) {
            keys.put("k:" + Looks.usual(brand), CUT);
        }
        cuts(brand, keys);
        return keys;
    }

    /** What is longer is found by what it begins with, and what is shorter by its whole. */
    public static Map<String, Float> lookup(CompanyName name) {
        Map<String, Float> keys = new HashMap<>(lookupAlone(name));
        for (CompanyName alias : name.aliases()) {
            lookupAlone(alias).forEach((key, weight) -> keys.merge(key, weight, Math::max));
        }
        return keys;
    }

    private static Map<String, Float> lookupAlone(CompanyName name) {
        Map<String, Float> keys = askedAlone(name);
        String core = name.core();
        String brand = name.brand();
        keys.put("a:" + core, BEGINNING);
        // A slip in the trade hides where the brand ends: 琅埂光伏科有限公司.
        keys.put("a:" + brand, BEGINNING);
        for (int length = 2; length < core.length() && length <= LONGEST_BEGINNING; length++) {
            keys.putIfAbsent("n:" + core.substring(0, length), BEGINNING);
            if (length < brand.length()) {
                keys.put("b:" + brand.substring(0, length), BEGINNING);
            }
        }
        return keys;
    }

    /** Two brands one slip apart have one of their cuts in common: a slip is a unit more, less, other, or two swapped. */
    private static void cuts(String brand, Map<String, Float> keys) {
        if (brand.length() < SHORTEST_CUT || brand.length() > LONGEST_CUT) {
            return;
        }
        keys.put("x:" + brand, CUT);
        for (int at = 0; at < brand.length(); at++) {
            keys.put("x:" + brand.substring(0, at) + brand.substring(at + 1), CUT);
        }
    }
}
