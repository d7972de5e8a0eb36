package org.lodestone.platform.bulk;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.ProblemText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Problems kept with their rows in every language there is: who reads them later is not always who asked. */
final class BulkRefusals {

    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";

    private final ProblemText text;
    private final JsonMapper json;

    BulkRefusals(ProblemText text, JsonMapper json) {
        this.text = text;
        this.json = json;
    }

    Map<String, String> kept(Problem problem) {
        Map<String, String> said = new TreeMap<>();
        said.put(CHINESE, json.writeValueAsString(text.of(problem, Locale.SIMPLIFIED_CHINESE)));
        said.put(ENGLISH, json.writeValueAsString(text.of(problem, Locale.ENGLISH)));
        return said;
    }

    @Nullable
    JsonNode told(@Nullable Map<String, String> kept, Locale locale) {
        if (kept == null) {
            return null;
        }
        String language = locale.getLanguage().equals(ENGLISH) ? ENGLISH : CHINESE;
        return json.readTree(kept.getOrDefault(language, "{}"));
    }
}
