package org.oktasync.devkit.host.web;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.devkit.host.resource.Downloads;
import org.oktasync.devkit.host.resource.PageResources;
import org.oktasync.devkit.host.resource.WebResources;

/** The links to AUI and to the web resources that a page has asked for. */
final class HeadTags {
  private final PageResources page;
  private final WebResources resources;

  HeadTags(PageResources page, WebResources resources) {
    this.page = page;
    this.resources = resources;
  }

  /**
   * The markup for the head of the page.
   *
   * @param frame context of resources that the frame brings along, such as {@code atl.admin}
   */
  String markup(String context, String frame) {
    StringBuilder tags = new StringBuilder();
    if (Downloads.hasAui()) {
      String aui = context + "/s/aui/_/aui/";
      tags.append(style(aui + "aui-prototyping.css"));
      tags.append(script(aui + "jquery.js")).append(script(aui + "aui-prototyping.js"));
    }
    List<String> contexts = new ArrayList<>(page.contexts());
    contexts.add(frame);
    List<String> keys = resources.closure(page.modules(), contexts);
    String styled = joined(keys, ".css");
    String scripted = joined(keys, ".js");
    if (!styled.isEmpty()) {
      tags.append(style(context + "/download/batch/css/" + styled + "/batch.css"));
    }
    if (!scripted.isEmpty()) {
      tags.append(script(context + "/download/batch/js/" + scripted + "/batch.js"));
    }
    return tags.toString();
  }

  private String joined(List<String> keys, String suffix) {
    List<String> having =
        keys.stream().filter(key -> !resources.files(key, suffix).isEmpty()).toList();
    return String.join(",", having);
  }

  private static String style(String address) {
    return "<link rel=\"stylesheet\" href=\"" + Html.escape(address) + "\">\n";
  }

  private static String script(String address) {
    return "<script src=\"" + Html.escape(address) + "\"></script>\n";
  }
}
