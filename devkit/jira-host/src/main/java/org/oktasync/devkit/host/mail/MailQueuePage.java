package org.oktasync.devkit.host.mail;

import com.atlassian.mail.queue.MailQueue;
import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.mail.SentMails.Mail;
import org.oktasync.devkit.host.site.SiteSettings;
import org.oktasync.devkit.host.web.FormPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** What waits in this node's mail queue, and what was sent. */
public final class MailQueuePage extends FormPage {
  private final SiteSettings site;
  private final MailQueue queue;
  private final SentMails sent;

  /** Shows these, and switches the outgoing mail of the site. */
  public MailQueuePage(SiteSettings site, MailQueue queue, SentMails sent) {
    super(
        "/secure/admin/MailQueueAdmin!default.jspa",
        "admin_system_menu/top_system_section",
        "Mail queue");
    this.site = site;
    this.queue = queue;
    this.sent = sent;
  }

  @Override
  protected void change(HttpServletRequest request, String action) {
    switch (action) {
      case "define" -> site.setSmtpServer(true);
      case "remove" -> site.setSmtpServer(false);
      case "enable" -> site.setSendingDisabled(false);
      case "disable" -> site.setSendingDisabled(true);
      case "resend" -> queue.resendErrorQueue();
      case "forget" -> sent.clear();
      default -> throw new IllegalArgumentException("Unknown action " + action);
    }
  }

  @Override
  protected void show(Markup body, PageWriter page) {
    boolean server = site.hasSmtpServer();
    boolean disabled = site.isSendingDisabled();
    form(body, page)
        .add("<p>Default SMTP server: %s ", server ? "defined" : "none")
        .button(server ? "remove" : "define", server ? "Remove" : "Define")
        .add("</p><p>Sending: %s ", disabled ? "disabled" : "enabled")
        .button(disabled ? "enable" : "disable", disabled ? "Enable" : "Disable")
        .add("</p><p>%s waiting, %s failed on this node ", queue.size(), queue.errorSize())
        .button("resend", "Send again")
        .add("</p><p>%s sent ", sent.all().size())
        .button("forget", "Forget")
        .raw("</p></form>")
        .startTable("Sent", "Node", "From", "To", "Subject", "Text");
    for (Mail mail : sent.all()) {
      body.add(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>"
              + "<pre style=\"white-space: pre-wrap\">%s</pre></td></tr>",
          mail.sentAt(), mail.node(), mail.from(), mail.to(), mail.subject(), mail.body());
    }
    body.endTable();
  }
}
