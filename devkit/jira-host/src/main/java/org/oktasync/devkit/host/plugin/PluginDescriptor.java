package org.oktasync.devkit.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The content of {@code atlassian-plugin.xml}. */
public final class PluginDescriptor {
  private final PluginModule root;

  private PluginDescriptor(PluginModule root) {
    this.root = root;
  }

  /**
   * Reads the descriptor of a bundle.
   *
   * @throws IllegalArgumentException when it is absent, malformed, or breaks a rule of Jira's
   */
  static PluginDescriptor of(Bundle bundle) {
    URL url = bundle.getEntry("atlassian-plugin.xml");
    if (url == null) {
      throw new IllegalArgumentException(
          "No atlassian-plugin.xml at the root of " + bundle.getLocation());
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try (InputStream in = url.openStream()) {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element element = factory.newDocumentBuilder().parse(in).getDocumentElement();
      requireUniqueKeys(element);
      return new PluginDescriptor(new PluginModule(element));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException("Cannot read the descriptor " + url, e);
    }
  }

  private static void requireUniqueKeys(Element root) {
    Set<String> keys = new HashSet<>();
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element module && !module.getAttribute("key").isEmpty()) {
        if (!keys.add(module.getAttribute("key"))) {
          throw new IllegalArgumentException(
              "Two modules of the descriptor have the key " + module.getAttribute("key"));
        }
      }
    }
  }

  /** The key of the add-on. */
  public String key() {
    return root.key();
  }

  /** The name of the add-on. */
  public String name() {
    return root.attribute("name");
  }

  /** The version in {@code <plugin-info>}. */
  public String version() {
    return root.children("plugin-info").stream()
        .flatMap(info -> info.texts("version").stream())
        .findFirst()
        .orElse("0");
  }

  /** The modules of one type, in the order of the descriptor. */
  public List<PluginModule> modules(String type) {
    return root.children(type);
  }
}
