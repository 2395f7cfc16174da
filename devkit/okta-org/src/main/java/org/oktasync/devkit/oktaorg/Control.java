package org.oktasync.devkit.oktaorg;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that is not Okta's API: the switchboard over HTTP, and the page on which a person
 * plays joiners, movers and leavers. That page makes Okta's own calls under {@code
 * /control/api/v1}, where they need no token, cost no rate limit and are not counted. The server
 * listens on the loopback address alone, and calls that other sites' pages make are refused.
 */
final class Control {
  private static final String PREFIX = "/control";

  private final Router api;
  private final Directory directory;
  private final Faults faults;
  private final RequestLog requests;
  private final ApiToken token;
  private final Router router;

  /**
   * @param router where others have put calls of their own
   */
  Control(
      Router router,
      Router api,
      Directory directory,
      Faults faults,
      RequestLog requests,
      ApiToken token) {
    this.router = router;
    this.api = api;
    this.directory = directory;
    this.faults = faults;
    this.requests = requests;
    this.token = token;
    String page = Json.text("page.html");
    router
        .on("GET", "/", (call, args) -> Answer.html(200, page))
        .on("GET", "/login/login.htm", (call, args) -> Answer.html(200, FaultEffects.LOGIN_PAGE))
        .on("GET", "/control/faults", (call, args) -> armed())
        .on("POST", "/control/faults", (call, args) -> arm(call))
        .on("DELETE", "/control/faults", (call, args) -> disarm())
        .on("GET", "/control/requests", (call, args) -> counts())
        .on("DELETE", "/control/requests", (call, args) -> forget())
        .on("POST", "/control/token", (call, args) -> revoke(call.flag("revoked", true)))
        .on("GET", "/control/people", (call, args) -> people(call))
        .on("POST", "/control/people/{id}/{status}", (call, args) -> setStatus(args));
  }

  /** Answers a call outside the API. */
  Answer answer(Call call) {
    try {
      String origin = call.header("origin");
      if (!origin.isEmpty() && !origin.equals(call.base())) {
        throw OktaError.forbidden("Calls of other sites' pages are not taken: " + origin);
      }
      if (call.path().startsWith(PREFIX + "/api/")) {
        return api.answer(call.at(call.path().substring(PREFIX.length())));
      }
      return router.answer(call);
    } catch (OktaError e) {
      return refusal(e);
    } catch (IllegalArgumentException e) {
      return refusal(OktaError.invalid("call", String.valueOf(e.getMessage())));
    }
  }

  private static Answer refusal(OktaError error) {
    return Answer.of(OktaJson.error(error, "control")).withStatus(error.status());
  }

  private Answer arm(Call call) {
    Map<String, String> wish = call.query();
    faults.arm(
        Fault.valueOf(wish.getOrDefault("kind", "")),
        wish.getOrDefault("path", "."),
        Integer.parseInt(wish.getOrDefault("count", "1")),
        Long.parseLong(wish.getOrDefault("value", "0")));
    return armed();
  }

  private Answer disarm() {
    faults.clear();
    return armed();
  }

  private Answer armed() {
    return Answer.of(faults.armed().stream().map(Control::show).toList());
  }

  private static Map<String, Object> show(Faults.Armed fault) {
    return Map.of(
        "kind", fault.kind(),
        "path", fault.path().pattern(),
        "left", fault.left(),
        "value", fault.value());
  }

  private Answer counts() {
    return Answer.of(Map.of("count", requests.count(), "buckets", requests.perBucket()));
  }

  private Answer forget() {
    requests.clear();
    return counts();
  }

  private Answer revoke(boolean revoked) {
    token.setRevoked(revoked);
    return Answer.empty(204);
  }

  /** The first 100 people whose name, login or address contains {@code q}, deactivated included. */
  private Answer people(Call call) {
    String q = call.query().getOrDefault("q", "").toLowerCase(Locale.ROOT);
    OktaJson.Projection brief = new OktaJson.Projection(null, null, false);
    List<User> found = directory.users(-1, 100, user -> text(user).contains(q)).items();
    return Answer.of(found.stream().map(user -> OktaJson.user(user, brief, call.base())).toList());
  }

  private static String text(User user) {
    return user.profile().values().toString().toLowerCase(Locale.ROOT);
  }

  private Answer setStatus(List<String> idAndStatus) {
    UserStatus status = UserStatus.valueOf(idAndStatus.get(1));
    directory.setStatus(directory.find(idAndStatus.get(0)).id(), status);
    return Answer.empty(204);
  }
}
