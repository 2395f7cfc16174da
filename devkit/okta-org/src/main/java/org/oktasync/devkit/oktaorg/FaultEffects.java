package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** What the faults do to answers. Faults of the wire itself are the server's. */
final class FaultEffects {
  private static final Map<Fault, Long> NONE = Map.of();
  private static final String NEXT = "rel=\"next\"";
  private static final String SELF = "rel=\"self\"";
  private static final String GATEWAY_PAGE =
      "<html><head><title>%d</title></head><body><h1>%d</h1>gateway</body></html>";

  /** A proxy's sign-in page. */
  static final String LOGIN_PAGE =
      """
      <!DOCTYPE html><html><head><title>Sign in</title></head><body>
      <form method="post"><label>Network user <input name="user"></label></form></body></html>
      """;

  private FaultEffects() {}

  /** The answer that takes the real one's place, or null. */
  static Answer instead(Map<Fault, Long> faults, Call call) {
    for (Fault fault : faults.keySet()) {
      Answer answer =
          switch (fault) {
            case STATUS_500 -> throw new OktaError(500, "E0000009", "Internal Server Error");
            case STATUS_502 -> Answer.html(502, GATEWAY_PAGE.formatted(502, 502));
            case STATUS_503 -> Answer.html(503, GATEWAY_PAGE.formatted(503, 503));
            case STATUS_504 -> Answer.html(504, GATEWAY_PAGE.formatted(504, 504));
            case LOGIN_PAGE -> Answer.html(200, LOGIN_PAGE);
            case REDIRECT -> Answer.empty(302).with("Location", call.base() + "/login/login.htm");
            case TOKEN_REVOKED -> throw OktaError.tokenRefused();
            case FORBIDDEN -> throw OktaError.forbidden("The token lacks the right to this call");
            case CONFLICT -> Answer.html(409, GATEWAY_PAGE.formatted(409, 409));
            case NOT_OFFERED -> throw OktaError.notFound("Endpoint", call.path());
            case RATE_LIMITED, RATE_LIMITED_NO_RESET -> throw OktaError.tooManyRequests();
            default -> null;
          };
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  /** The answer as the faults leave it; only successful JSON answers change. */
  static Answer distort(Answer answer, Map<Fault, Long> faults) {
    Answer result = answer;
    for (Map.Entry<Fault, Long> fault : (answer.status() == 200 ? faults : NONE).entrySet()) {
      result =
          switch (fault.getKey()) {
            case NO_STATS -> eachObject(result, object -> object.remove("_embedded"));
            case UNKNOWN_FIELDS -> eachObject(result, FaultEffects::enrich);
            case TRUNCATED_LIST -> truncate(result, size -> size / 2);
            case EMPTY_LIST -> truncate(result, size -> 0);
            case REPEATED_PAGE -> repeat(result);
            case SHUFFLED_PAGE -> shuffle(result, fault.getValue());
            default -> result;
          };
    }
    return faults.containsKey(Fault.MALFORMED_JSON) ? half(result) : result;
  }

  private static void enrich(Map<String, Object> object) {
    object.put("x_tomorrow", 42);
    object.put("futureBlock", Map.of("values", List.of(1, "two")));
  }

  private static Answer eachObject(Answer answer, Consumer<Map<String, Object>> change) {
    List<?> objects = answer.body() instanceof List<?> list ? list : List.of(answer.body());
    List<Map<String, Object>> copies =
        objects.stream().filter(Map.class::isInstance).map(FaultEffects::copy).toList();
    copies.forEach(change);
    return answer.withBody(answer.body() instanceof List<?> ? copies : copies.get(0));
  }

  private static Map<String, Object> copy(Object object) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((name, value) -> copy.put(name.toString(), value));
    return copy;
  }

  private static Answer truncate(Answer answer, IntUnaryOperator kept) {
    Answer cut =
        answer.body() instanceof List<?> list
            ? answer.withBody(list.subList(0, kept.applyAsInt(list.size())))
            : answer;
    return cut.withLinks(answer.links().stream().filter(link -> !link.endsWith(NEXT)).toList());
  }

  private static Answer shuffle(Answer answer, long seed) {
    if (answer.body() instanceof List<?> list) {
      List<?> shuffled = new ArrayList<>(list);
      Collections.shuffle(shuffled, new Random(seed));
      return answer.withBody(shuffled);
    }
    return answer;
  }

  private static Answer repeat(Answer answer) {
    return answer.withLinks(
        answer.links().stream()
            .filter(link -> link.endsWith(SELF))
            .flatMap(self -> Stream.of(self, self.replace(SELF, NEXT)))
            .toList());
  }

  private static Answer half(Answer answer) {
    byte[] whole = answer.bytes();
    return answer.withBody(Arrays.copyOf(whole, whole.length / 2));
  }
}
