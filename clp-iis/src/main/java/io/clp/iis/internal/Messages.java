package io.clp.iis.internal;

import io.clp.resource.MessageCatalog;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the messages: Japanese for a Japanese locale, English for every other, whatever the default locale is. */
public final class Messages implements MessageCatalog {
    private static final String BUNDLE = "io.clp.iis.internal.messages";

    @Override
    public String text(String key, Locale locale, List<Object> arguments) {
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, japanese ? Locale.JAPANESE : Locale.ROOT);
        return texts.containsKey(key) ? texts.getString(key) : key;
    }
}
