package org.oktasync.devkit.host.users;

import org.oktasync.devkit.host.web.Html;

/** Markup of a plain page, whose values are escaped as they go in. */
final class Markup {

  private final StringBuilder text = new StringBuilder();

  /** Appends a pattern in which each {@code %s} stands for a value to be escaped. */
  Markup add(String pattern, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = Html.escape(values[i]);
    }
    text.append(String.format(pattern, safe));
    return this;
  }

  /** Appends markup as it is. */
  Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  Markup link(String href, String label) {
    return add("<a href=\"%s\">%s</a>", href, label);
  }

  Markup startTable(String... headings) {
    raw("<table class=\"aui\"><thead><tr>");
    for (String heading : headings) {
      add("<th scope=\"col\">%s</th>", heading);
    }
    return raw("</tr></thead><tbody>");
  }

  Markup endTable() {
    return raw("</tbody></table>");
  }

  /** A label with its value, for lists of what is known of one thing. */
  Markup fact(String label, Object value) {
    return add("<tr><th scope=\"row\">%s</th><td>%s</td></tr>", label, value);
  }

  /** A form of one field that searches by GET. */
  Markup search(String address, String text) {
    return add(
        "<form class=\"aui\" action=\"%s\" method=\"get\"><label for=\"q\">Search </label>"
            + "<input class=\"text\" id=\"q\" name=\"q\" value=\"%s\"> "
            + "<button class=\"aui-button\">Search</button></form>",
        address, text);
  }

  /** Which part of a list is shown, with links to its neighbours; the address ends in ? or &. */
  Markup pager(String address, int start, int size, int total) {
    add(
        "<p class=\"pager\">%s to %s of %s ",
        Math.min(start + 1, total), Math.min(start + size, total), total);
    if (start > 0) {
      link(address + "start=" + Math.max(0, start - size), "Previous").raw(" ");
    }
    if (start + size < total) {
      link(address + "start=" + (start + size), "Next");
    }
    return raw("</p>");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
