package org.oktasync.web.admin;

import com.atlassian.sal.api.message.I18nResolver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The texts of the pages, for the script in the browser. */
final class PageTexts {
  private static final String PREFIX = "okta-sync.page.";

  private final ObjectMapper mapper = new ObjectMapper();
  private final I18nResolver texts;

  PageTexts(I18nResolver texts) {
    this.texts = texts;
  }

  /** The text of one key in this language, ready to be shown. */
  String text(Locale locale, String key) {
    return texts.getText(locale, key);
  }

  /**
   * All texts of the pages as one JSON object, by key without the common beginning; they are
   * message patterns, with {@code {0}} for values and doubled apostrophes.
   */
  String json(Locale locale) {
    Map<String, String> byKey = new TreeMap<>();
    texts
        .getAllTranslationsForPrefix(PREFIX, locale)
        .forEach((key, text) -> byKey.put(key.substring(PREFIX.length()), text));
    try {
      return mapper.writeValueAsString(byKey);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts cannot be written as JSON", e);
    }
  }
}
