package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.Message;
import org.oktasync.run.ports.Notice;
import org.oktasync.run.ports.Notifier;

/** A mail queue in memory. */
public final class RecordedNotices implements Notifier {
  private final List<Notice> notices = new ArrayList<>();
  private Message obstacle;

  @Override
  public synchronized void send(Notice notice) {
    notices.add(notice);
  }

  @Override
  public Optional<Message> problem() {
    return Optional.ofNullable(obstacle);
  }

  /** From now on, no mail leaves. */
  public void obstruct(String code) {
    obstacle = Message.of(code);
  }

  /** Everything that was sent, oldest first. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** The codes of the subjects that were sent since the last call, oldest first. */
  public synchronized List<String> news() {
    List<String> news = notices.stream().map(notice -> notice.subject().code()).toList();
    notices.clear();
    return news;
  }
}
