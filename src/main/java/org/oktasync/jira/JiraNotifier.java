package org.oktasync.jira;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.Fact;
import org.oktasync.run.Notice;
import org.oktasync.run.Notifier;
import org.oktasync.schedule.SiteIdentity;

/**
 * Writes notices as mails in plain text, in the language of the site, with a link to the page that
 * shows more.
 */
public final class JiraNotifier implements Notifier {
  private final SyncLog log;
  private static final String TEXTS = "okta-sync.";
  private static final String PAGES = "/plugins/servlet/okta-sync";

  private final I18nResolver texts;
  private final LocaleResolver locales;
  private final SiteIdentity site;
  private final Supplier<Outbox> outbox;

  /**
   * @param outbox called at each use, for its classes may be missing
   */
  public JiraNotifier(
      I18nResolver texts,
      LocaleResolver locales,
      SiteIdentity site,
      Supplier<Outbox> outbox,
      SyncLog log) {
    this.log = log;
    this.texts = texts;
    this.locales = locales;
    this.site = site;
    this.outbox = outbox;
  }

  @Override
  public Optional<Message> problem() {
    try {
      return outbox.get().obstacle();
    } catch (RuntimeException | LinkageError e) {
      log.debug("Jira's mail queue cannot be asked (%s)", e);
      return Optional.of(Message.of("mail-unavailable"));
    }
  }

  @Override
  public void send(Notice notice) {
    try {
      Outbox out = outbox.get();
      Optional<Message> obstacle = out.obstacle();
      if (obstacle.isPresent()) {
        log.warn("A notice was not sent (%s): %s", obstacle.get().code(), notice.subject().code());
        return;
      }
      String subject = oneLine(text(notice.subject()));
      String body = body(notice);
      notice.receivers().stream()
          .filter(JiraNotifier::isOneLine)
          .forEach(receiver -> out.add(receiver, subject, body));
    } catch (RuntimeException | LinkageError e) {
      log.warn(e, "A notice could not be queued: %s", notice.subject().code());
    }
  }

  private String body(Notice notice) {
    Stream<String> sentences = notice.sentences().stream().map(this::text);
    Stream<String> facts = notice.facts().stream().map(this::text);
    String link = site.present().baseUrl() + PAGES + notice.path();
    return Stream.of(sentences, Stream.of(""), facts, Stream.of("", link))
        .flatMap(lines -> lines)
        .map(JiraNotifier::oneLine)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String text(Message message) {
    String key = TEXTS + message.code();
    Serializable[] values = message.arguments().toArray(Serializable[]::new);
    return texts.getText(locales.getApplicationLocale(), key, values);
  }

  private String text(Fact fact) {
    String key = TEXTS + "fact." + fact.name();
    return texts.getText(locales.getApplicationLocale(), key) + ": " + fact.value();
  }

  /** Names may hold line breaks; in a header, what follows one would be a header of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static boolean isOneLine(String receiver) {
    return receiver.equals(oneLine(receiver));
  }
}
