package org.oktasync.devkit.host.mail;

import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.server.MailServerManager;
import java.time.Clock;
import java.util.Map;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.site.SiteSettings;
import org.oktasync.devkit.host.web.HostPage;

/**
 * Mail as Jira has it: a queue on each node, drained again and again, and one server.
 *
 * @param queue what waits on this node
 * @param servers the server, and whether anything is sent at all
 * @param sent what was sent from all nodes
 */
public record OutgoingMail(NodeMailQueue queue, MailServers servers, SentMails sent) {

  /** Creates the table when absent. */
  public static OutgoingMail open(Jdbc jdbc, Clock clock, String node, SiteSettings site) {
    SentMails sent = new SentMails(jdbc, clock, node);
    return new OutgoingMail(new NodeMailQueue(), new MailServers(site, sent), sent);
  }

  /** Sends what waits, unless sending is switched off. The host calls it every second. */
  public void drain() {
    if (!servers.isSendingDisabled()) {
      queue.sendBuffer();
    }
  }

  /** The services that it offers to add-ons, by their interface. */
  public Map<Class<?>, Object> services() {
    return Map.of(MailQueue.class, queue, MailServerManager.class, servers);
  }

  /** The page that shows it. */
  public HostPage page(SiteSettings site) {
    return new MailQueuePage(site, queue, sent);
  }
}
