package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.List;

/** Finds who answers a call: templates such as {@code /api/v1/users/{id}}, first match wins. */
final class Router {
  /** Answers one kind of call. */
  interface Handler {
    /**
     * Answers.
     *
     * @param arguments the decoded values of the template's variables
     * @throws OktaError to refuse
     */
    Answer answer(Call call, List<String> arguments);
  }

  private record Route(String method, List<String> template, Handler handler) {
    /** The values of the variables, or null if the path does not fit. */
    List<String> match(List<String> segments) {
      if (segments.size() != template.size()) {
        return null;
      }
      List<String> arguments = new ArrayList<>();
      for (int i = 0; i < segments.size(); i++) {
        if (template.get(i).startsWith("{")) {
          arguments.add(segments.get(i));
        } else if (!template.get(i).equals(segments.get(i))) {
          return null;
        }
      }
      return arguments;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  Router on(String method, String template, Handler handler) {
    routes.add(new Route(method, List.of(template.substring(1).split("/", -1)), handler));
    return this;
  }

  /**
   * Answers a call.
   *
   * @throws OktaError 404 for an unknown path, 405 for a method that the path does not know
   */
  Answer answer(Call call) {
    List<String> segments = call.segments();
    boolean known = false;
    for (Route route : routes) {
      List<String> arguments = route.match(segments);
      if (arguments != null && route.method().equals(call.method())) {
        return route.handler().answer(call, arguments);
      }
      known |= arguments != null;
    }
    throw known
        ? new OktaError(405, "E0000022", "The endpoint does not support the provided HTTP method")
        : OktaError.notFound("Endpoint", call.path());
  }
}
