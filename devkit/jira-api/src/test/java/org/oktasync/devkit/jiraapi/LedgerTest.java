package org.oktasync.devkit.jiraapi;

import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.sal.api.UrlMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/** Nothing is declared that public evidence does not show. */
public class LedgerTest {
  /** Not part of the ledger: the real Active Objects library loads these classes when it runs. */
  private static final Set<String> NEEDED_BY_ACTIVE_OBJECTS =
      Set.of(
          "com.atlassian.plugin.util.PluginKeyStack",
          "com.atlassian.util.profiling.Metrics",
          "com.atlassian.util.profiling.Metrics$Builder",
          "com.atlassian.util.profiling.Ticker");

  private final List<String> lines = ledgerLines();

  @Test
  public void everyDeclaredMemberStandsInTheLedger() throws Exception {
    LedgerCheck check = new LedgerCheck(new Ledger(lines));
    List<String> violations = new ArrayList<>();
    for (Class<?> type : declaredTypes()) {
      if (!NEEDED_BY_ACTIVE_OBJECTS.contains(type.getName())) {
        violations.addAll(check.violations(type));
      }
    }
    assertThat(String.join("\n", violations), violations.size(), is(0));
  }

  @Test
  public void everyTypeOfTheLedgerIsDeclared() throws Exception {
    Set<String> missing = new TreeSet<>(new Ledger(lines).types());
    declaredTypes().forEach(type -> missing.remove(type.getName()));
    assertThat(missing, is(Set.of()));
  }

  @Test
  public void reportsAMemberThatTheLedgerLacks() throws Exception {
    assertThat(
        without("Attributes|public boolean isEmpty()", Attributes.class),
        hasItem("com.atlassian.crowd.embedded.api.Attributes: public boolean isEmpty()"));
  }

  @Test
  public void reportsAMemberWhoseGradeIsTooLow() throws Exception {
    assertThat(
        changed("isEmpty()|A", "isEmpty()|C", Attributes.class),
        hasItem("com.atlassian.crowd.embedded.api.Attributes: public boolean isEmpty()"));
  }

  @Test
  public void reportsAnotherReturnTypeExceptionKindOrConstant() throws Exception {
    assertTrue(differs("public boolean isEmpty()", "public void isEmpty()", Attributes.class));
    assertTrue(differs("isEmpty()|A", "isEmpty() throws java.io.IOException|A", Attributes.class));
    assertTrue(differs("public interface ", "public class ", Attributes.class));
    assertTrue(differs("CANONICAL, ABSOLUTE", "ABSOLUTE, CANONICAL", UrlMode.class));
    assertTrue(differs("UNKNOWN, ", "", DirectoryType.class));
  }

  @Test
  public void reportsAConstructorAndAParentThatTheLedgerLacks() throws Exception {
    assertTrue(differs("UserTemplate(java.lang.String)", "UserTemplate(int)", UserTemplate.class));
    assertTrue(differs(",java.io.Serializable", "", UserTemplate.class));
  }

  private boolean differs(String from, String to, Class<?> type) throws Exception {
    return !changed(from, to, type).isEmpty();
  }

  private List<String> without(String text, Class<?> type) throws Exception {
    List<String> kept = lines.stream().filter(line -> !line.contains(text)).toList();
    return new LedgerCheck(new Ledger(kept)).violations(type);
  }

  private List<String> changed(String from, String to, Class<?> type) throws Exception {
    String own = type.getName() + "|";
    List<String> edited =
        lines.stream().map(line -> line.startsWith(own) ? line.replace(from, to) : line).toList();
    return new LedgerCheck(new Ledger(edited)).violations(type);
  }

  private static List<Class<?>> declaredTypes() throws Exception {
    Path root =
        Path.of(Attributes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("com"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        types.add(Class.forName(name.substring(0, name.length() - ".class".length())));
      }
    }
    return types;
  }

  private static List<String> ledgerLines() {
    try (InputStream in = LedgerTest.class.getResourceAsStream("/ledger.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("The copy of the ledger cannot be read", e);
    }
  }
}
