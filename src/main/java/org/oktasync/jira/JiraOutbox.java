package org.oktasync.jira;

import com.atlassian.jira.mail.Email;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.mail.server.MailServerManager;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.oktasync.model.Message;

/**
 * Jira's mail queue. It lives in the memory of this node, and sends through the default SMTP
 * server, whose address is the sender. To be made only where its classes may be missed.
 */
public final class JiraOutbox implements Outbox {
  private final Function<Class<?>, Object> components;
  private final BooleanSupplier disabled;

  /**
   * @param components finds Jira's components by type; null where there is none
   * @param disabled whether an administrator has switched sending off
   */
  public JiraOutbox(Function<Class<?>, Object> components, BooleanSupplier disabled) {
    this.components = components;
    this.disabled = disabled;
  }

  @Override
  public Optional<Message> obstacle() {
    if (component(MailQueue.class) == null || component(MailServerManager.class) == null) {
      return Optional.of(Message.of("mail-unavailable"));
    } else if (!component(MailServerManager.class).isDefaultSMTPMailServerDefined()) {
      return Optional.of(Message.of("mail-no-server"));
    }
    return disabled.getAsBoolean()
        ? Optional.of(Message.of("mail-switched-off"))
        : Optional.empty();
  }

  @Override
  public void add(String to, String subject, String body) {
    Email email = new Email(to);
    email.setSubject(subject);
    email.setBody(body);
    email.setMimeType("text/plain");
    component(MailQueue.class).addItem(new SingleMailQueueItem(email));
  }

  private <T> T component(Class<T> type) {
    return type.cast(components.apply(type));
  }
}
