package org.oktasync.jira;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.Fact;
import org.oktasync.run.ports.Notice;
import org.oktasync.run.ports.Notifier;
import org.oktasync.schedule.SiteIdentity;
import org.oktasync.target.SitePeople;

/**
 * Writes notices as mails in plain text, with a link to the page that shows more: in the language
 * that the receiver has chosen, where the address is that of one person of this Jira, else in the
 * language of the site.
 */
public final class JiraNotifier implements Notifier {
  private static final String TEXTS = "okta-sync.";
  private static final String PAGES = "/plugins/servlet/okta-sync";

  private final SyncLog log;
  private final I18nResolver texts;
  private final LocaleResolver locales;
  private final SitePeople people;
  private final SiteIdentity site;
  private final Supplier<Outbox> outbox;

  /**
   * @param people finds whose address it is
   * @param outbox called at each use, for its classes may be missing
   */
  public JiraNotifier(
      I18nResolver texts,
      LocaleResolver locales,
      SitePeople people,
      SiteIdentity site,
      Supplier<Outbox> outbox,
      SyncLog log) {
    this.log = log;
    this.texts = texts;
    this.locales = locales;
    this.people = people;
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
      for (String receiver : notice.receivers()) {
        if (isOneLine(receiver)) {
          Locale language = languageOf(notice.reader(), receiver);
          out.add(receiver, oneLine(text(language, notice.subject())), body(language, notice));
        }
      }
    } catch (RuntimeException | LinkageError e) {
      log.warn(e, "A notice could not be queued: %s", notice.subject().code());
    }
  }

  private Locale languageOf(String reader, String receiver) {
    try {
      if (!reader.isEmpty()) {
        return locales.getLocale(new UserKey(reader));
      }
      return people
          .find(receiver)
          .map(person -> locales.getLocale(new UserKey(person.key())))
          .orElseGet(locales::getApplicationLocale);
    } catch (RuntimeException e) {
      log.debug("Jira cannot tell whose address a receiver's is (%s)", e);
      return locales.getApplicationLocale();
    }
  }

  private String body(Locale language, Notice notice) {
    Stream<String> sentences = notice.sentences().stream().map(one -> text(language, one));
    Stream<String> facts = notice.facts().stream().map(fact -> text(language, fact));
    String link = site.present().baseUrl() + (notice.path().isEmpty() ? "" : PAGES + notice.path());
    Stream<String> end = notice.facts().isEmpty() ? Stream.of(link) : Stream.of("", link);
    return Stream.of(sentences, Stream.of(""), facts, end)
        .flatMap(lines -> lines)
        .map(JiraNotifier::oneLine)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String text(Locale language, Message message) {
    Serializable[] values = message.arguments().toArray(Serializable[]::new);
    return texts.getText(language, TEXTS + message.code(), values);
  }

  private String text(Locale language, Fact fact) {
    return texts.getText(language, TEXTS + "fact." + fact.name()) + ": " + fact.value();
  }

  /** Names may hold line breaks; in a header, what follows one would be a header of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static boolean isOneLine(String receiver) {
    return receiver.equals(oneLine(receiver));
  }
}
