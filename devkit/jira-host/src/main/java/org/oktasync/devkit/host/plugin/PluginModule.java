package org.oktasync.devkit.host.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One element of a plugin descriptor: a module, or a part of one. */
public final class PluginModule {
  private final Element element;

  PluginModule(Element element) {
    this.element = element;
  }

  /** An attribute; empty when absent. */
  public String attribute(String name) {
    return element.getAttribute(name);
  }

  /** The value of the {@code key} attribute. */
  public String key() {
    return attribute("key");
  }

  /** The number in the {@code weight} attribute; 1000, as in Jira, when absent. */
  public int weight() {
    return attribute("weight").isEmpty() ? 1000 : Integer.parseInt(attribute("weight").trim());
  }

  /** The trimmed text inside the element. */
  public String text() {
    return element.getTextContent().trim();
  }

  /** The direct children of this name, in order. */
  public List<PluginModule> children(String name) {
    List<PluginModule> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getNodeName().equals(name)) {
        found.add(new PluginModule(child));
      }
    }
    return found;
  }

  /** The texts of the direct children of this name, in order. */
  public List<String> texts(String name) {
    return children(name).stream().map(PluginModule::text).toList();
  }

  /** Names and values of the {@code <param>} or {@code <init-param>} children. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (PluginModule param : children("param")) {
      String value = param.attribute("value");
      parameters.put(param.attribute("name"), value.isEmpty() ? param.text() : value);
    }
    for (PluginModule param : children("init-param")) {
      parameters.put(
          String.join("", param.texts("param-name")), String.join("", param.texts("param-value")));
    }
    return parameters;
  }
}
