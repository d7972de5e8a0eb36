package org.lodestone.platform.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Part of a problem that is put into words only when it is answered, in the language of whoever asked. */
public interface Localised {

    /** A plain JSON-like value. */
    Object in(Locale locale, MessageSource messages);
}
