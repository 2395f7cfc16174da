package org.oktasync.devkit.host.web;

import org.oktasync.devkit.host.navigation.AdminMenu;

/** The markup of the administration's tabs and of its left navigation. */
final class Navigation {
  private final AdminMenu menu;

  Navigation(AdminMenu menu) {
    this.menu = menu;
  }

  /** The tabs; each leads to its first link, one without links to the first page. */
  String tabs(String context, String user, String activeTab) {
    StringBuilder markup = new StringBuilder();
    for (AdminMenu.Tab tab : menu.tabs()) {
      String target =
          menu.sections(tab.key(), user).stream()
              .findFirst()
              .map(section -> section.items().get(0).path())
              .orElse(HostPages.ADMINISTRATION);
      markup.append(entry(context, target, tab.label(), tab.key().equals(activeTab)));
    }
    return markup.toString();
  }

  /** The sections of the section's tab, with the active link marked. */
  String sections(String context, String user, String activeSection, String activeItem) {
    StringBuilder markup = new StringBuilder();
    for (AdminMenu.Section section : menu.sections(activeSection.split("/", 2)[0], user)) {
      markup
          .append("<div class=\"aui-nav-heading\"><strong>")
          .append(Html.escape(section.label()))
          .append("</strong></div><ul class=\"aui-nav\">");
      for (AdminMenu.Item item : section.items()) {
        boolean active = section.key().equals(activeSection) && item.key().equals(activeItem);
        markup.append(entry(context, item.path(), item.label(), active));
      }
      markup.append("</ul>");
    }
    return markup.toString();
  }

  private static String entry(String context, String path, String label, boolean active) {
    return "<li%s><a href=\"%s\"%s>%s</a></li>"
        .formatted(
            active ? " class=\"aui-nav-selected\"" : "",
            Html.escape(path.startsWith("/") ? context + path : path),
            active ? " aria-current=\"page\"" : "",
            Html.escape(label));
  }
}
