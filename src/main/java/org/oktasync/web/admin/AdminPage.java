package org.oktasync.web.admin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the administration, told by its address.
 *
 * @param name its stable name, which the script in the browser knows, for example {@code run}
 * @param item the menu entry that is marked while it is shown
 * @param id the id of the connection or run that it shows; empty when it shows none
 */
record AdminPage(String name, String item, String id) {
  private static final Pattern CONNECTION =
      Pattern.compile(
          "/connections/(\\d{1,18})(?:/(mapping|groups|person|adoption|links|left-alone|assets|disconnect))?");
  private static final Pattern RUN = Pattern.compile("/runs/(\\d{1,18})");
  private static final String OVERVIEW = "okta-sync-overview";
  private static final String HISTORY = "okta-sync-history";
  private static final String DIRECTORIES = "okta-sync-directories";
  private static final String PRODUCT = "okta-sync-settings";

  /**
   * The page of this address.
   *
   * @param path what follows the servlet's own address; null or empty for the first page
   */
  static Optional<AdminPage> of(String path) {
    String address = path == null ? "" : path.replaceAll("/+$", "");
    Matcher connection = CONNECTION.matcher(address);
    Matcher run = RUN.matcher(address);
    if (connection.matches()) {
      String part = connection.group(2) == null ? "connection" : connection.group(2);
      return Optional.of(new AdminPage(part, OVERVIEW, connection.group(1)));
    } else if (run.matches()) {
      return Optional.of(new AdminPage("run", HISTORY, run.group(1)));
    }
    return switch (address) {
      case "" -> Optional.of(new AdminPage("overview", OVERVIEW, ""));
      case "/connections/new" -> Optional.of(new AdminPage("connection", OVERVIEW, ""));
      case "/runs" -> Optional.of(new AdminPage("history", HISTORY, ""));
      case "/directories" -> Optional.of(new AdminPage("directories", DIRECTORIES, ""));
      case "/settings" -> Optional.of(new AdminPage("product", PRODUCT, ""));
      default -> Optional.empty();
    };
  }

  /** Key of the title's text. */
  String titleKey() {
    return "okta-sync.page.title." + name;
  }
}
