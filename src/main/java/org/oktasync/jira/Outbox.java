package org.oktasync.jira;

import java.util.Optional;
import org.oktasync.model.Message;

/** The way out for mails. Behind it are classes that a Jira may lack. */
public interface Outbox {
  /** Why no mail would leave; empty when nothing is in the way. */
  Optional<Message> obstacle();

  /** Queues a mail in plain text. */
  void add(String to, String subject, String body);
}
