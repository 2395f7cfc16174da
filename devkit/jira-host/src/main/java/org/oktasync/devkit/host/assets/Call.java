package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.assets.Entry.Level;

/** One call with what it asks and who asks. */
final class Call {
  private final HttpServletRequest request;
  private final Map<String, String> names;
  private final Caller caller;
  private final Catalog catalog;

  /**
   * @param names the parts of the path that stand for something
   */
  Call(HttpServletRequest request, Map<String, String> names, Caller caller, Catalog catalog) {
    this.request = request;
    this.names = names;
    this.caller = caller;
    this.catalog = catalog;
  }

  /** What a call brings about; null for an answer without a body. */
  interface Handler {
    Object answer(Call call) throws IOException;
  }

  /** An answer whose status is not 200. */
  record Reply(int status, Object body) {}

  Caller caller() {
    return caller;
  }

  /** The catalogue when the call began. */
  Catalog catalog() {
    return catalog;
  }

  /** The address of Jira as the caller sees it. */
  String base() {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length())
        + request.getContextPath();
  }

  /** A part of the path. */
  String name(String part) {
    return names.get(part);
  }

  /** The entry that a part of the path names by its number. */
  <T extends Entry> T entry(String part, Class<T> kind) {
    String text = name(part);
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.unknown(kind.getSimpleName(), text);
    }
    return entry(kind, Integer.parseInt(text));
  }

  /** The entry of this number. */
  <T extends Entry> T entry(Class<T> kind, int id) {
    return catalog.find(kind, id).orElseThrow(() -> Refusal.unknown(kind.getSimpleName(), id));
  }

  /** Refuses a caller whose roles do not reach the level in the schema. */
  void require(int schemaId, Level level) {
    if (!caller.may(catalog, schemaId, level)) {
      throw Refusal.forbidden("You need the role " + level.title + " in object schema " + schemaId);
    }
  }

  /** Refuses everybody but administrators of Jira. */
  void requireAdmin() {
    if (!caller.admin()) {
      throw Refusal.forbidden("You need to administer Jira");
    }
  }

  String query(String name, String absent) {
    String value = request.getParameter(name);
    return value == null ? absent : value;
  }

  int query(String name, int absent) {
    String value = query(name, Integer.toString(absent));
    if (!value.matches("-?\\d{1,10}") || Long.parseLong(value) > Integer.MAX_VALUE) {
      throw Refusal.bad(name + " is a whole number, not " + value);
    }
    return Integer.parseInt(value);
  }

  boolean query(String name, boolean absent) {
    return Boolean.parseBoolean(query(name, Boolean.toString(absent)));
  }

  Body body() throws IOException {
    return Body.read(request.getInputStream());
  }
}
