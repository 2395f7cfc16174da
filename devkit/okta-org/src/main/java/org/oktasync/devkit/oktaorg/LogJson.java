package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a log event. What Okta's description does not let be null is absent instead. */
final class LogJson {
  private LogJson() {}

  static Map<String, Object> event(LogEvent event) {
    boolean done = event.refusal() == null;
    boolean job = event.actor() == LogEvent.Party.SYSTEM;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("actor", party(event.actor()));
    shown.put("client", job ? Map.of() : client());
    shown.put("authenticationContext", Map.of("authenticationStep", 0));
    shown.put("displayMessage", event.type().message());
    shown.put("eventType", event.type().code());
    shown.put("outcome", outcome(event));
    shown.put("published", OktaJson.time(event.published()));
    shown.put("securityContext", Map.of());
    shown.put("severity", done ? "INFO" : "WARN");
    shown.put("debugContext", Map.of("debugData", Map.of()));
    shown.put("transaction", transaction(event, job));
    shown.put("uuid", event.uuid());
    shown.put("version", "0");
    shown.put("request", Map.of("ipChain", List.of()));
    shown.put("target", event.targets().stream().map(LogJson::party).toList());
    return shown;
  }

  private static Map<String, Object> party(LogEvent.Party party) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", party.id());
    shown.put("type", party.type());
    shown.put("alternateId", party.alternateId());
    shown.put("displayName", party.displayName());
    return shown;
  }

  private static Map<String, Object> outcome(LogEvent event) {
    return event.refusal() == null
        ? Map.of("result", event.result())
        : Map.of("result", event.result(), "reason", event.refusal());
  }

  private static Map<String, Object> transaction(LogEvent event, boolean job) {
    String id = event.uuid().toString().replace("-", "");
    return Map.of("type", job ? "JOB" : "WEB", "id", id, "detail", Map.of());
  }

  private static Map<String, Object> client() {
    return Map.of("ipAddress", "203.0.113.7", "device", "Unknown");
  }
}
