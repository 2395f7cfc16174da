package org.oktasync.devkit.host.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs the classes of this package into an add-on, as a build would. */
public final class SampleAddOn {
  private static final List<Class<?>> CLASSES =
      List.of(
          Note.class,
          NoteUpgrade.class,
          Notes.class,
          NoteResource.class,
          NoteResource.Body.class,
          AdminServlet.class,
          OpenServlet.class);
  private static final String IMPORTS =
      "com.atlassian.activeobjects.external,com.atlassian.annotations.security,"
          + "com.atlassian.jira.plugin.webfragment.conditions,"
          + "com.atlassian.plugins.rest.api.security.annotation,com.atlassian.sal.api.lifecycle,"
          + "com.atlassian.sal.api.transaction,com.atlassian.sal.api.websudo,"
          + "com.atlassian.sal.api.xsrf,com.atlassian.templaterenderer,"
          + "com.atlassian.webresource.api.assembler,javax.inject,"
          + "javax.servlet;version=\"[3.1,5)\",javax.servlet.http;version=\"[3.1,5)\","
          + "javax.ws.rs;version=\"[1.1,3)\",javax.ws.rs.core;version=\"[1.1,3)\","
          + "net.java.ao,net.java.ao.schema,org.example.absent;resolution:=optional";

  private final Map<String, String> files = new TreeMap<>();
  private String imports = IMPORTS;

  private SampleAddOn() {
    files.put("atlassian-plugin.xml", read("atlassian-plugin.xml"));
    files.put("META-INF/spring/plugin-context.xml", read("plugin-context.xml"));
    files.put("META-INF/plugin-components/component", component());
    files.put(
        "META-INF/plugin-components/imports",
        """
        com.atlassian.activeobjects.external.ActiveObjects
        com.atlassian.sal.api.transaction.TransactionTemplate
        com.atlassian.sal.api.websudo.WebSudoManager
        com.atlassian.sal.api.xsrf.XsrfTokenValidator
        com.atlassian.webresource.api.assembler.PageBuilderService
        """);
    files.put(
        "META-INF/plugin-components/imports-jira",
        "com.atlassian.templaterenderer.TemplateRenderer#renderer\n");
    files.put(
        "META-INF/plugin-components/exports",
        Notes.class.getName() + "#com.atlassian.sal.api.lifecycle.LifecycleAware\n");
    files.put("i18n/sample.properties", "sample.title=It''s a sample\nsample.section=Samples\n");
    files.put("templates/page.vm", read("page.vm"));
    files.put("templates/forbidden.vm", "$object.hashCode()");
    files.put("js/first.js", "var first = 1;");
    files.put("js/second.js", "var second = first + 1");
    files.put("js/modules/main.js", "import './other.js';");
    files.put("css/page.css", ".sample { color: black }");
  }

  private static String component() {
    return Notes.class.getName()
        + "\n"
        + NoteResource.class.getName()
        + "\n"
        + AdminServlet.class.getName()
        + "\n"
        + OpenServlet.class.getName()
        + "\n";
  }

  /** The whole sample. */
  public static SampleAddOn complete() {
    return new SampleAddOn();
  }

  /** The same with another content of one file. */
  public SampleAddOn with(String file, String content) {
    files.put(file, content);
    return this;
  }

  /** The same with a text replaced in one file. */
  public SampleAddOn replacing(String file, String text, String replacement) {
    return with(file, files.get(file).replace(text, replacement));
  }

  /** The same with a text replaced in Import-Package. */
  public SampleAddOn importing(String text, String replacement) {
    imports = imports.replace(text, replacement);
    return this;
  }

  /** Writes the jar. */
  public Path jarIn(Path folder) throws IOException {
    Path jar = folder.resolve("sample.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest())) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(out);
        }
      }
      for (Map.Entry<String, String> entry : files.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.example.sample");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Atlassian-Plugin-Key", "org.example.sample");
    main.putValue("Spring-Context", "*");
    main.putValue("Import-Package", imports);
    return manifest;
  }

  private static String read(String name) {
    try (InputStream in = SampleAddOn.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("No file " + name + " beside the sample", e);
    }
  }
}
