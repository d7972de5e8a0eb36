package org.lodestone.platform.pipeline;

import java.util.Locale;

/** Words of a template in both languages; Chinese where neither was asked for. */
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
