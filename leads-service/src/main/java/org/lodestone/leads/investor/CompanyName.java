package org.lodestone.leads.investor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A company's name as it is compared: without width, case, brackets, spaces and legal form. */
public final class CompanyName {

    private static final Pattern SILENT = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}\\p{Space}\\p{Cf}]");
    private static final Pattern LEGAL_FORM =
            Pattern.compile("(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司|集团|coltd|companylimited|limited|ltd|inc|gmbh|llc)$");

    private CompanyName() {}

    /** What is left when everything is legal form is the name as written: 有限公司 alone matches only itself. */
    public static String normalised(String name) {
        String plain = SILENT.matcher(
                        Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        String bare = LEGAL_FORM.matcher(plain).replaceFirst("");
        return bare.isEmpty() ? plain : bare;
    }
}
