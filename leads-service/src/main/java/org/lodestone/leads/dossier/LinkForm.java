package org.lodestone.leads.dossier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * How a company belongs to another one.
 *
 * @param to an investor's id, a credit code, or a company's name
 * @param percent of the shares
 * @param zone that says so; needed only by whoever has several
 */
record LinkForm(
        @Nullable String to,
        Link.@Nullable Kind kind,
        @Nullable BigDecimal percent,
        @Nullable String zone) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("to", to).text("to", to, 1000).required("kind", kind).code("zone", zone);
        if (percent != null && kind != Link.Kind.SHAREHOLDER) {
            checks.add("percent", "percent-of-shares");
        }
        if (percent != null
                && (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 4)) {
            checks.add("percent", "percent");
        }
    }
}
