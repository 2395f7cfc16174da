package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The module descriptor names only what there is, and all of it. */
public class DescriptorTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private Document descriptor;

  @Before
  public void readDescriptor() throws Exception {
    descriptor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("atlassian-plugin.xml"));
  }

  private List<Element> elements(String name) {
    NodeList nodes = descriptor.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  public void entities_areExactlyTheTablesOfTheStore() throws Exception {
    List<String> tables;
    try (Stream<Path> files = Files.list(SOURCES.resolve("org/oktasync/ao"))) {
      tables =
          files
              .filter(file -> Files.isRegularFile(file) && read(file).contains("@Table("))
              .map(file -> "org.oktasync.ao." + file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
    }
    List<String> named =
        elements("entity").stream().map(entity -> entity.getTextContent().trim()).sorted().toList();
    assertThat(named, is(tables));
  }

  @Test
  public void servlets_exist() throws Exception {
    for (Element servlet : elements("servlet")) {
      assertThat(Class.forName(servlet.getAttribute("class")), is((Object) AdminServlet.class));
    }
  }

  @Test
  public void resources_exist() {
    List<String> missing =
        elements("resource").stream()
            .filter(resource -> resource.getAttribute("type").equals("download"))
            .map(resource -> resource.getAttribute("location"))
            .filter(location -> !Files.exists(Path.of("src/main/resources", location)))
            .toList();
    assertThat(missing, is(List.of()));
  }

  @Test
  public void moduleKeys_areUnique() {
    List<String> keys =
        Stream.of("servlet", "rest", "ao", "web-section", "web-item", "web-resource")
            .flatMap(name -> elements(name).stream())
            .map(module -> module.getAttribute("key"))
            .toList();
    assertThat(new TreeSet<>(keys).size(), is(keys.size()));
  }

  @Test
  public void menuEntries_areForSystemAdministratorsAlone() {
    List<Element> entries = new ArrayList<>(elements("web-item"));
    entries.addAll(elements("web-section"));
    for (Element entry : entries) {
      NodeList conditions = entry.getElementsByTagName("condition");
      assertThat(entry.getAttribute("key"), conditions.getLength(), is(1));
      assertThat(
          ((Element) conditions.item(0)).getAttribute("class"),
          is("com.atlassian.jira.plugin.webfragment.conditions.UserIsSysAdminCondition"));
    }
  }

  @Test
  public void menuEntries_haveTheKeysThatPagesMark() {
    List<String> keys =
        elements("web-item").stream().map(item -> item.getAttribute("key")).toList();
    assertThat(keys.contains(AdminPage.of("").orElseThrow().item()), is(true));
    assertThat(keys.contains(AdminPage.of("/runs").orElseThrow().item()), is(true));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
