package org.oktasync.run.ports;

import java.util.List;
import org.oktasync.model.Message;
import org.oktasync.record.Fact;

/**
 * A mail that is not written yet. It names no person but its reader: mails are forwarded and kept
 * where nobody looks after them.
 *
 * @param receivers e-mail addresses; each gets a mail of its own
 * @param subject one sentence
 * @param sentences what happened and what is to be done, one a line
 * @param facts numbers, one a line
 * @param path the page that shows more, below the product's pages, for example {@code /runs/7};
 *     empty for a reader who may not see these pages, and gets the address of Jira
 * @param reader Jira's user key of the one who reads it, in whose language it is written; empty
 *     when that is not known
 */
public record Notice(
    List<String> receivers,
    Message subject,
    List<Message> sentences,
    List<Fact> facts,
    String path,
    String reader) {
  /** A notice to addresses, of which nobody knows whose they are. */
  public Notice(
      List<String> receivers,
      Message subject,
      List<Message> sentences,
      List<Fact> facts,
      String path) {
    this(receivers, subject, sentences, facts, path, "");
  }

  public Notice {
    receivers = List.copyOf(receivers);
    sentences = List.copyOf(sentences);
    facts = List.copyOf(facts);
  }
}
