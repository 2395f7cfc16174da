package org.oktasync.devkit.host.mail;

import com.atlassian.mail.MailException;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.MailQueueItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail queue of one node, in memory: what it holds is lost when the node stops. An item that
 * failed ten times goes among the errors.
 */
public final class NodeMailQueue implements MailQueue {
  private static final Logger log = LoggerFactory.getLogger(NodeMailQueue.class);
  private static final int TRIES = 10;

  private final Queue<MailQueueItem> items = new ConcurrentLinkedQueue<>();
  private final Queue<MailQueueItem> errors = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();

  /** Tries each item once; a call while another one sends does nothing. */
  @Override
  public void sendBuffer() {
    if (!sending.compareAndSet(false, true)) {
      return;
    }
    try {
      List<MailQueueItem> failed = new ArrayList<>();
      for (MailQueueItem item = items.poll(); item != null; item = items.poll()) {
        send(item, failed);
      }
      items.addAll(failed);
    } finally {
      sending.set(false);
    }
  }

  private void send(MailQueueItem item, List<MailQueueItem> failed) {
    try {
      item.send();
    } catch (MailException | RuntimeException e) {
      log.error("Cannot send the mail \"{}\": {}", item.getSubject(), e.toString());
      if (item.getSendCount() < TRIES) {
        failed.add(item);
      } else {
        errors.add(item);
      }
    }
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public int errorSize() {
    return errors.size();
  }

  @Override
  public void addItem(MailQueueItem item) {
    items.add(item);
  }

  @Override
  public void addErrorItem(MailQueueItem item) {
    errors.add(item);
  }

  @Override
  public Queue<MailQueueItem> getQueue() {
    return items;
  }

  @Override
  public Queue<MailQueueItem> getErrorQueue() {
    return errors;
  }

  @Override
  public boolean isSending() {
    return sending.get();
  }

  @Override
  public void emptyErrorQueue() {
    errors.clear();
  }

  @Override
  public void resendErrorQueue() {
    for (MailQueueItem item = errors.poll(); item != null; item = errors.poll()) {
      items.add(item);
    }
  }
}
