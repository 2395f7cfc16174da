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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;

/**
 * The texts of the enabled add-ons, from their {@code <resource type="i18n">} files. As in Jira, an
 * unknown key is its own text and every text is a message format: apostrophes must be doubled.
 */
public final class HostTexts implements I18nResolver, I18nHelper {
  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  /**
   * Adds the texts of an add-on.
   *
   * @throws IllegalArgumentException when the descriptor names a file that the add-on lacks
   */
  public void add(InstalledPlugin plugin) {
    Properties texts = new Properties();
    for (PluginModule resource : plugin.descriptor().modules("resource")) {
      if (resource.attribute("type").equals("i18n")) {
        load(plugin, resource.attribute("location"), texts);
      }
    }
    files.put(plugin.key(), texts);
  }

  /** Takes the texts of an add-on away. */
  public void remove(InstalledPlugin plugin) {
    files.remove(plugin.key());
  }

  private static void load(InstalledPlugin plugin, String location, Properties into) {
    String file = location.replace('.', '/') + ".properties";
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
    for (Properties texts : files.values()) {
      if (texts.containsKey(key)) {
        return texts.getProperty(key);
      }
    }
    return key;
  }

  @Override
  public String getRawText(Locale locale, String key) {
    return getRawText(key);
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    String raw = getRawText(key);
    return raw.equals(key) ? key : new MessageFormat(raw, OneLocale.LOCALE).format(arguments);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    return getText(key, arguments);
  }

  @Override
  public String getText(String key) {
    return getText(key, new Serializable[0]);
  }

  @Override
  public String getText(Locale locale, String key) {
    return getText(key);
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
    return getText(message);
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
    Map<String, String> found = new TreeMap<>();
    for (Properties texts : files.values()) {
      for (String key : texts.stringPropertyNames()) {
        if (key.startsWith(prefix)) {
          found.put(key, texts.getProperty(key));
        }
      }
    }
    return found;
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
    return getAllTranslationsForPrefix(prefix);
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
