package org.oktasync.devkit.scanner;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The index that the processor writes, seen through real compilations. */
public class IndexProcessorTest {
  private static final String IMPORTS =
      """
      import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
      import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
      import javax.inject.Named;
      """;

  private static final String PORT = "package a; public interface Port { interface Inner {} }";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Compilation compilation = new Compilation();

  @Test
  public void listsComponentsSortedWithTheirNames() throws IOException {
    compile(
        PORT,
        source("@Named class Zebra {}"),
        source("@Named(\"first\") class Ape { @Named static class Nested {} }"),
        source("class Plain {}"));

    assertThat(index("component"), is("a.Ape#first\na.Ape$Nested\na.Zebra\n"));
  }

  @Test
  public void listsImportsOfConstructorsMethodsAndFieldsOnce() throws IOException {
    compile(
        PORT,
        source("@Named class One { One(@ComponentImport Port p, @ComponentImport Runnable r) {} }"),
        source("@Named class Two { @ComponentImport Port p; }"),
        source("@Named class Three { void set(@ComponentImport(\"inner\") Port.Inner i) {} }"));

    assertThat(index("imports"), is("a.Port\na.Port$Inner#inner\njava.lang.Runnable\n"));
  }

  @Test
  public void exportsUnderTheNamedTypesElseTheInterfacesElseTheClass() throws IOException {
    compile(
        PORT,
        source("@Named @ExportAsService class Bare {}"),
        source(
            "@Named @ExportAsService({Port.class, Runnable.class}) class Both implements Port,"
                + " Runnable { public void run() {} }"),
        source("@Named @ExportAsService class Own implements Port.Inner {}"));

    assertThat(
        index("exports"),
        is("a.Bare#a.Bare\na.Both#a.Port,java.lang.Runnable\na.Own#a.Port$Inner\n"));
  }

  @Test
  public void writesNoFileWithoutLines() throws IOException {
    compile(PORT);

    assertFalse(Files.exists(file("component")));
    assertFalse(Files.exists(file("imports")));
    assertFalse(Files.exists(file("exports")));
  }

  @Test
  public void refusesAnImportOutsideOfComponents() throws IOException {
    assertRefused("class Servlet { Servlet(@ComponentImport Port p) {} }");
    assertRefused("class Resource { @ComponentImport Port p; }");
    assertRefused("@Named abstract class Base { Base(@ComponentImport Port p) {} }");
    assertRefused("@Named class Outer { static class In { In(@ComponentImport Port p) {} } }");
  }

  @Test
  public void refusesAnExportOutsideOfComponents() throws IOException {
    assertRefused("@ExportAsService class Service implements Port {}");
  }

  @Test
  public void writesNothingWhenItRefuses() throws IOException {
    compilation.run(
        folder.getRoot().toPath(),
        PORT,
        source("@Named class Good {}"),
        source("class Bad { @ComponentImport Port p; }"));

    assertFalse(Files.exists(file("component")));
  }

  @Test
  public void keepsUncompiledComponentsWhenOnlySomeSourcesAreCompiled() throws IOException {
    compile(
        PORT,
        source("@Named class Kept { Kept(@ComponentImport Port p) {} }"),
        source("@Named @ExportAsService class Changed implements Port {}"));

    compile(source("@Named class Changed { @ComponentImport Runnable r; }"));

    assertThat(index("component"), is("a.Changed\na.Kept\n"));
    assertThat(index("imports"), is("a.Port\njava.lang.Runnable\n"));
    assertFalse(Files.exists(file("exports")));
  }

  @Test
  public void forgetsComponentsWhoseClassesAreGoneOrPlainNow() throws IOException {
    compile(PORT, source("@Named class Gone {}"), source("@Named class Plain {}"));
    Files.delete(folder.getRoot().toPath().resolve("a/Gone.class"));

    compile(source("class Plain {}"));

    assertFalse(Files.exists(file("component")));
  }

  private void assertRefused(String declaration) throws IOException {
    String errors = compilation.run(folder.getRoot().toPath(), PORT, source(declaration));
    assertThat(declaration, errors, containsString("annotate the concrete class with @Named"));
  }

  private void compile(String... sources) throws IOException {
    assertThat(compilation.run(folder.getRoot().toPath(), sources), is(""));
  }

  private String index(String name) throws IOException {
    return Files.readString(file(name));
  }

  private Path file(String name) {
    return folder.getRoot().toPath().resolve("META-INF/plugin-components").resolve(name);
  }

  private static String source(String declaration) {
    return "package a;\n" + IMPORTS + declaration;
  }
}
