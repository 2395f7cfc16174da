package org.oktasync.devkit.host.sal;

import com.atlassian.jira.util.I18nHelper;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.Message;
import com.atlassian.sal.api.message.MessageCollection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;

/**
 * The texts of the enabled add-ons, from their {@code <resource type="i18n">} files. As in Jira, an
 * unknown key is its own text and every text is a message format: apostrophes must be doubled.
 */
public final class HostTexts implements I18nResolver, I18nHelper {
  private final Map<String, Map<String, Properties>> files = new ConcurrentHashMap<>();
  private final Supplier<Locale> current;

  /**
   * @param current the language of the caller
   */
  public HostTexts(Supplier<Locale> current) {
    this.current = current;
  }

  /**
   * Adds the texts of an add-on.
   *
   * @throws IllegalArgumentException when the descriptor names a file that the add-on lacks
   */
  public void add(InstalledPlugin plugin) {
    Map<String, Properties> byLanguage = new HashMap<>();
    for (PluginModule resource : plugin.descriptor().modules("resource")) {
      if (resource.attribute("type").equals("i18n")) {
        String location = resource.attribute("location").replace('.', '/');
        load(plugin, location + ".properties", texts(byLanguage, ""));
        for (String language : Locale.getISOLanguages()) {
          String file = location + "_" + language + ".properties";
          if (plugin.bundle().getResource(file) != null) {
            load(plugin, file, texts(byLanguage, language));
          }
        }
      }
    }
    files.put(plugin.key(), byLanguage);
  }

  private static Properties texts(Map<String, Properties> byLanguage, String language) {
    return byLanguage.computeIfAbsent(language, key -> new Properties());
  }

  /** Takes the texts of an add-on away. */
  public void remove(InstalledPlugin plugin) {
    files.remove(plugin.key());
  }

  private static void load(InstalledPlugin plugin, String file, Properties into) {
    URL url = plugin.bundle().getResource(file);
    if (url == null) {
      throw new IllegalArgumentException("No text file " + file + " in " + plugin.key());
    }
    try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      into.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + url, e);
    }
  }

  @Override
  public String getRawText(String key) {
    return getRawText(current.get(), key);
  }

  /** A key that the language lacks has its text in the file without a language. */
  @Override
  public String getRawText(Locale locale, String key) {
    for (String language : new String[] {locale.getLanguage(), ""}) {
      for (Map<String, Properties> byLanguage : files.values()) {
        Properties texts = byLanguage.get(language);
        if (texts != null && texts.containsKey(key)) {
          return texts.getProperty(key);
        }
      }
    }
    return key;
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    return getText(current.get(), key, arguments);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    String raw = getRawText(locale, key);
    return raw.equals(key) ? key : new MessageFormat(raw, locale).format(arguments);
  }

  @Override
  public String getText(String key) {
    return getText(key, new Serializable[0]);
  }

  @Override
  public String getText(Locale locale, String key) {
    return getText(locale, key, new Serializable[0]);
  }

  @Override
  public String getText(String key, Object argument) {
    return getText(key, new Serializable[] {String.valueOf(argument)});
  }

  @Override
  public String getText(Message message) {
    return getText(message.getKey(), message.getArguments());
  }

  @Override
  public String getText(Locale locale, Message message) {
    return getText(locale, message.getKey(), message.getArguments());
  }

  @Override
  public Message createMessage(String key, Serializable... arguments) {
    return new KeyedMessage(key, arguments.clone());
  }

  @Override
  public MessageCollection createMessageCollection() {
    return new Messages(new ArrayList<>());
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix) {
    return getAllTranslationsForPrefix(prefix, current.get());
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
    Map<String, String> found = new TreeMap<>();
    for (Map<String, Properties> byLanguage : files.values()) {
      for (String key : byLanguage.get("").stringPropertyNames()) {
        if (key.startsWith(prefix)) {
          found.put(key, getRawText(locale, key));
        }
      }
    }
    return found;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record KeyedMessage(String key, Serializable[] arguments) implements Message {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public Serializable[] getArguments() {
      return arguments.clone();
    }
  }

  private record Messages(List<Message> messages) implements MessageCollection {
    @Override
    public void addMessage(String key, Serializable... arguments) {
      messages.add(new KeyedMessage(key, arguments.clone()));
    }

    @Override
    public void addMessage(Message message) {
      messages.add(message);
    }

    @Override
    public void addAll(List<Message> more) {
      messages.addAll(more);
    }

    @Override
    public boolean isEmpty() {
      return messages.isEmpty();
    }

    @Override
    public List<Message> getMessages() {
      return List.copyOf(messages);
    }
  }
}
