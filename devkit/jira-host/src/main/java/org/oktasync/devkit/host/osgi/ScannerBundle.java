package org.oktasync.devkit.host.osgi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.oktasync.devkit.host.scanner.ContextFailures;
import org.oktasync.devkit.host.scanner.IndexParser;
import org.oktasync.devkit.host.scanner.ScannerNamespace;

/**
 * Assembles the bundle that gives Spring the {@code atlassian-scanner} namespace. It must be a
 * bundle of its own: Gemini looks for namespaces in bundles, not in the system bundle.
 */
final class ScannerBundle {
  private static final String NAMESPACE = "http://www.atlassian.com/schema/atlassian-scanner";
  private static final List<String> IMPORTS =
      List.of(
          "org.w3c.dom",
          "org.osgi.framework",
          "org.springframework.aop",
          "org.springframework.beans",
          "org.springframework.beans.factory",
          "org.springframework.beans.factory.config",
          "org.springframework.beans.factory.parsing",
          "org.springframework.beans.factory.support",
          "org.springframework.beans.factory.xml",
          "org.springframework.context",
          "org.springframework.context.annotation",
          "org.springframework.core",
          "org.springframework.core.io",
          "org.springframework.util",
          "org.eclipse.gemini.blueprint.context",
          "org.eclipse.gemini.blueprint.context.event",
          "org.eclipse.gemini.blueprint.service.exporter.support",
          "org.eclipse.gemini.blueprint.service.importer.support");

  private ScannerBundle() {}

  /** The bytes of the jar. */
  static byte[] assemble() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
      addClass(jar, ScannerNamespace.class);
      addClass(jar, IndexParser.class);
      addClass(jar, ContextFailures.class);
      addSchema(jar, NAMESPACE, "scanner-1.xsd");
      addSchema(jar, NAMESPACE + "/2", "scanner-2.xsd");
      addText(
          jar,
          "META-INF/spring.handlers",
          line(NAMESPACE, ScannerNamespace.class.getName())
              + line(NAMESPACE + "/2", ScannerNamespace.class.getName()));
      addText(
          jar,
          "META-INF/spring.schemas",
          line(NAMESPACE + "/atlassian-scanner.xsd", "scanner-1.xsd")
              + line(NAMESPACE + "/2/atlassian-scanner.xsd", "scanner-2.xsd"));
    }
    return bytes.toByteArray();
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.oktasync.devkit.host.scanner");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", ContextFailures.class.getName());
    main.putValue("Import-Package", String.join(",", IMPORTS));
    return manifest;
  }

  private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new ZipEntry(file));
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      in.transferTo(jar);
    }
  }

  private static void addSchema(JarOutputStream jar, String namespace, String file)
      throws IOException {
    addText(
        jar,
        file,
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%s"
            elementFormDefault="qualified">
          <xs:element name="scan-indexes"><xs:complexType>
            <xs:attribute name="profile" type="xs:string"/>
            <xs:attribute name="autowire" type="xs:string"/>
          </xs:complexType></xs:element>
        </xs:schema>
        """
            .formatted(namespace));
  }

  private static String line(String address, String value) {
    return address.replace(":", "\\:") + "=" + value + "\n";
  }

  private static void addText(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
