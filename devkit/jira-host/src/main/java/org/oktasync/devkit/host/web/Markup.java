package org.oktasync.devkit.host.web;

/** Markup of a plain page, whose values are escaped as they go in. */
public final class Markup {

  private final StringBuilder text = new StringBuilder();

  /** Appends a pattern in which each {@code %s} stands for a value to be escaped. */
  public Markup add(String pattern, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = Html.escape(values[i]);
    }
    text.append(String.format(pattern, safe));
    return this;
  }

  /** Appends markup as it is. */
  public Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Appends a link. */
  public Markup link(String href, String label) {
    return add("<a href=\"%s\">%s</a>", href, label);
  }

  /** Begins a table with its head. */
  public Markup startTable(String... headings) {
    raw("<table class=\"aui\"><thead><tr>");
    for (String heading : headings) {
      add("<th scope=\"col\">%s</th>", heading);
    }
    return raw("</tr></thead><tbody>");
  }

  /** Ends the table. */
  public Markup endTable() {
    return raw("</tbody></table>");
  }

  /** A label with its value, for lists of what is known of one thing. */
  public Markup fact(String label, Object value) {
    return add("<tr><th scope=\"row\">%s</th><td>%s</td></tr>", label, value);
  }

  /** A labelled text field of a form. */
  public Markup field(String name, String label, Object value) {
    return add(
        "<label>%s <input class=\"text\" name=\"%s\" value=\"%s\"></label> ", label, name, value);
  }

  /** A button of a form, by the action that it stands for. */
  public Markup button(String action, String label) {
    return add(
        "<button class=\"aui-button\" name=\"action\" value=\"%s\">%s</button>", action, label);
  }

  /** A form of one field that searches by GET. */
  public Markup search(String address, String text) {
    return add(
        "<form class=\"aui\" action=\"%s\" method=\"get\"><label for=\"q\">Search </label>"
            + "<input class=\"text\" id=\"q\" name=\"q\" value=\"%s\"> "
            + "<button class=\"aui-button\">Search</button></form>",
        address, text);
  }

  /** Which part of a list is shown, with links to its neighbours; the address ends in ? or &. */
  public Markup pager(String address, int start, int size, int total) {
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
