package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.assets.Call.Handler;

/** Finds who answers a call by its method and path. */
final class Router {
  private final List<Route> routes = new ArrayList<>();

  /**
   * A way to answer.
   *
   * @param pattern path with names in braces, for example {@code /object/{id}}
   */
  record Route(String method, String pattern, Handler handler) {}

  /**
   * A route that fits.
   *
   * @param names what the names in braces stand for
   */
  record Match(Route route, Map<String, String> names) {}

  /** Adds a route; of several that fit, the first counts. */
  Router on(String method, String pattern, Handler handler) {
    routes.add(new Route(method, pattern, handler));
    return this;
  }

  /** The routes that fit a path, whatever their method. */
  List<Match> matches(String path) {
    List<Match> found = new ArrayList<>();
    for (Route route : routes) {
      Map<String, String> names = names(route.pattern().split("/"), path.split("/", -1));
      if (names != null) {
        found.add(new Match(route, names));
      }
    }
    return found;
  }

  private static Map<String, String> names(String[] pattern, String[] path) {
    if (pattern.length != path.length) {
      return null;
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < path.length; i++) {
      if (pattern[i].startsWith("{")) {
        names.put(pattern[i].substring(1, pattern[i].length() - 1), path[i]);
      } else if (!pattern[i].equals(path[i])) {
        return null;
      }
    }
    return names;
  }
}
