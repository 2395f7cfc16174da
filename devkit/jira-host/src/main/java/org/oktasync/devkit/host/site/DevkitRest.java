package org.oktasync.devkit.host.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.AssetsControl;
import org.oktasync.devkit.host.assets.AssetsFaults;
import org.oktasync.devkit.host.audit.AuditLog;
import org.oktasync.devkit.host.mail.OutgoingMail;
import org.oktasync.devkit.host.users.JiraUsers;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/**
 * What tests from outside need and Jira has no REST calls for, for administrators: {@code GET} and
 * {@code DELETE mails}, {@code GET audit}, {@code GET} and {@code PUT site}, {@code GET} and {@code
 * PUT assets}, {@code POST jobs}.
 */
public final class DevkitRest implements HostRest {
  private static final String ROOT = "/rest/devkit/1.0";

  private final SiteSettings site;
  private final JiraUsers users;
  private final OutgoingMail mail;
  private final AuditLog audit;
  private final AssetsFaults assets;
  private final Runnable allJobs;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param mail null in a Jira without it
   * @param audit null in a Jira without it
   * @param allJobs starts all jobs on this node, due or not
   */
  public DevkitRest(
      SiteSettings site,
      JiraUsers users,
      OutgoingMail mail,
      AuditLog audit,
      AssetsFaults assets,
      Runnable allJobs) {
    this.site = site;
    this.users = users;
    this.mail = mail;
    this.audit = audit;
    this.assets = assets;
    this.allJobs = allJobs;
  }

  @Override
  public String pathPrefix() {
    return ROOT;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    if (!users.isAdmin(user)) {
      answer.error(HttpServletResponse.SC_FORBIDDEN, "Only administrators may");
      return;
    }
    String uri = request.getRequestURI();
    String call = request.getMethod() + uri.substring(uri.indexOf(ROOT) + ROOT.length());
    try {
      Object body = body(call, request);
      if (body == null) {
        answer.notFound(request);
      } else {
        answer.ok(body);
      }
    } catch (IllegalArgumentException e) {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  private Object body(String call, HttpServletRequest request) throws IOException {
    return switch (call) {
      case "GET/mails" -> mail == null ? null : mails();
      case "DELETE/mails" -> mail == null ? null : noMails();
      case "GET/audit" -> audit == null ? null : Map.of("values", audit.all());
      case "GET/site" -> siteNow();
      case "PUT/site" -> change(json.readTree(request.getInputStream()));
      case "GET/assets" -> AssetsControl.show(assets);
      case "PUT/assets" -> AssetsControl.change(assets, json.readTree(request.getInputStream()));
      case "POST/jobs" -> started();
      default -> null;
    };
  }

  private Object started() {
    allJobs.run();
    return Map.of("started", true);
  }

  private Object mails() {
    return Map.of(
        "queued", mail.queue().size(),
        "failed", mail.queue().errorSize(),
        "values", mail.sent().all());
  }

  private Object noMails() {
    mail.sent().clear();
    return mails();
  }

  private Object siteNow() {
    return Map.of(
        "baseUrl", site.baseUrl(),
        "serverId", site.serverId(),
        "smtpServer", site.hasSmtpServer(),
        "sendingDisabled", site.isSendingDisabled(),
        "seats", users.seats());
  }

  /** Changes what the body names and nothing else. */
  private Object change(JsonNode body) {
    if (body.has("baseUrl")) {
      site.setBaseUrl(body.get("baseUrl").asText());
    }
    if (body.has("serverId")) {
      site.setServerId(body.get("serverId").asText());
    }
    if (body.has("smtpServer")) {
      site.setSmtpServer(body.get("smtpServer").asBoolean());
    }
    if (body.has("sendingDisabled")) {
      site.setSendingDisabled(body.get("sendingDisabled").asBoolean());
    }
    body.path("seats")
        .fields()
        .forEachRemaining(seats -> users.setSeats(seats.getKey(), seats.getValue().asInt()));
    return siteNow();
  }
}
