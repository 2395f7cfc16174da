package org.oktasync.devkit.host.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.token.PersonalTokens.Made;
import org.oktasync.devkit.host.token.PersonalTokens.Token;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/** Jira's REST calls for one's own tokens: {@code GET} and {@code POST}, {@code DELETE /{id}}. */
public final class TokenRest implements HostRest {
  /** Where Jira offers them, under both names of the version. */
  public static final String LATEST = "/rest/pat/latest/tokens";

  /** The other name. */
  public static final String VERSIONED = "/rest/pat/1.0/tokens";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String prefix;
  private final PersonalTokens tokens;
  private final Keys keys;

  /** Tells the user key of a user name that is signed in. */
  public interface Keys {
    /** Never null for a name that is signed in. */
    String keyOf(String name);
  }

  /**
   * @param prefix {@link #LATEST} or {@link #VERSIONED}
   */
  public TokenRest(String prefix, PersonalTokens tokens, Keys keys) {
    this.prefix = prefix;
    this.tokens = tokens;
    this.keys = keys;
  }

  @Override
  public String pathPrefix() {
    return prefix;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    String owner = keys.keyOf(user);
    String rest = request.getPathInfo().substring(prefix.length());
    switch (request.getMethod() + (rest.isEmpty() ? "" : "/{id}")) {
      case "GET" -> answer.ok(tokens.of(owner).stream().map(TokenRest::json).toList());
      case "POST" -> make(request, answer, owner);
      case "DELETE/{id}" -> revoke(rest.substring(1), response, answer, owner);
      default -> answer.error(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "No such call");
    }
  }

  private void make(HttpServletRequest request, Answer answer, String owner) throws IOException {
    try {
      JsonNode body = JSON.readTree(request.getInputStream());
      Made made = tokens.make(owner, body.path("name").asText(null), days(body));
      Map<String, Object> json = json(made.token());
      json.put("rawToken", made.raw());
      answer.json(HttpServletResponse.SC_CREATED, json);
    } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException e) {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  private static Integer days(JsonNode body) {
    JsonNode days = body.path("expirationDuration");
    if (days.isMissingNode() || days.isNull()) {
      return null;
    }
    if (!days.isInt()) {
      throw new IllegalArgumentException("expirationDuration is a number of days");
    }
    return days.intValue();
  }

  private void revoke(String id, HttpServletResponse response, Answer answer, String owner)
      throws IOException {
    if (id.matches("\\d{1,18}") && tokens.revoke(owner, Long.parseLong(id))) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      answer.error(HttpServletResponse.SC_NOT_FOUND, "You have no token " + id);
    }
  }

  private static Map<String, Object> json(Token token) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id());
    json.put("name", token.name());
    json.put("createdAt", token.created().toString());
    put(json, "lastAccessedAt", token.used());
    put(json, "expiringAt", token.expires());
    return json;
  }

  private static void put(Map<String, Object> json, String name, Instant value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
