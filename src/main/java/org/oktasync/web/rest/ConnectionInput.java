package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.Secret;
import org.oktasync.config.SettingsJson;
import org.oktasync.config.SettingsPattern;
import org.oktasync.run.settings.ConnectionDraft;

/** Connections as administrators send them. What they leave out stays as it is. */
final class ConnectionInput {
  private final SettingsJson settingsJson;
  private final JsonNode pattern;

  ConnectionInput(SettingsJson settingsJson) {
    this.settingsJson = settingsJson;
    this.pattern = SettingsPattern.json();
  }

  /**
   * What is to be saved.
   *
   * @param base the settings that hold where the body says nothing
   * @throws RequestRejectedException when a field has a wrong type
   */
  ConnectionDraft draft(JsonBody body, ConnectionSettings base) {
    requireOkta(body);
    String create = body.object("directory").text("create").orElse(null);
    return new ConnectionDraft(
        settings(body, base), secret(body).orElse(null), assetsToken(body).orElse(null), create);
  }

  private static void requireOkta(JsonBody body) {
    String provider = body.text("provider").orElse("okta");
    if (!provider.equals("okta")) {
      throw RequestRejectedException.of("provider", "not-supported", provider, "okta");
    }
  }

  private ConnectionSettings settings(JsonBody body, ConnectionSettings base) {
    ObjectNode fields = body.json().deepCopy();
    fields.remove(List.of("directoryId", "directory", "token"));
    body.object("directory").number("id").ifPresent(id -> fields.put("directoryId", id));
    takeAway(fields.path("schedule"));
    List<FieldProblem> problems = SettingsTypes.check(pattern, fields);
    if (!problems.isEmpty()) {
      throw RequestRejectedException.of(problems);
    }
    try {
      return settingsJson.read(fields.toString(), base);
    } catch (IllegalArgumentException e) {
      throw unreadable(e, fields);
    }
  }

  /** Of interval and cron expression there is one or none: whoever sends null takes it away. */
  private static void takeAway(JsonNode schedule) {
    for (String field : List.of("interval", "cron", "zone")) {
      if (schedule.path(field).isNull()) {
        ((ObjectNode) schedule).put(field, "");
      }
    }
  }

  /** Names the field of a value that has the right type and still cannot be read. */
  private static RuntimeException unreadable(IllegalArgumentException e, ObjectNode fields) {
    if (e.getCause() instanceof JsonMappingException cause) {
      String field =
          cause.getPath().stream()
              .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
              .collect(Collectors.joining("."));
      boolean missing = fields.at("/" + field.replace('.', '/')).isNull();
      return RequestRejectedException.of(field, missing ? "value-missing" : "value-unusable");
    }
    return e;
  }

  /**
   * The new token, as {@code auth.token} or {@code token}. An object in {@code token} is what the
   * product itself answers there, sent back: it says nothing new.
   */
  private static Optional<Secret> secret(JsonBody body) {
    Optional<String> inAuth = body.object("auth").text("token").filter(token -> !token.isBlank());
    if (inAuth.isPresent()) {
      return Optional.of(secret("auth.token", inAuth.get().strip()));
    }
    if (body.json().path("token").isObject()) {
      return Optional.empty();
    }
    return body.text("token")
        .filter(token -> !token.isBlank())
        .map(token -> secret("token", token.strip()));
  }

  /** The new token for Assets; an object is what the product itself answers there. */
  private static Optional<Secret> assetsToken(JsonBody body) {
    JsonBody assets = body.object("assets");
    if (assets.json().path("token").isObject()) {
      return Optional.empty();
    }
    return assets
        .text("token")
        .filter(token -> !token.isBlank())
        .map(token -> secret("assets.token", token.strip()));
  }

  /** A token travels in a header, where only visible ASCII characters may stand. */
  private static Secret secret(String field, String token) {
    if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw RequestRejectedException.of(field, "token-characters");
    }
    return new Secret(token);
  }
}
