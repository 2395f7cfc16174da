package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.Test;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.HostOptions;

/** The built jar itself. */
public class BundleTest {
  private static final Path JAR = Path.of(System.getProperty("addon.jar"));
  private static final long LARGEST = 25L * 1024 * 1024;

  @Test
  public void theJarIsSmallEnough() throws IOException {
    assertTrue("" + Files.size(JAR), Files.size(JAR) < LARGEST);
  }

  @Test
  public void theJarHoldsNothingThatJiraSupplies() throws IOException {
    List<String> forbidden =
        List.of("com/atlassian/", "javax/servlet/", "org/slf4j/", "net/java/ao/", "javax/ws/");
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> found =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> forbidden.stream().anyMatch(name::startsWith))
              .toList();
      assertEquals(List.of(), found);
    }
  }

  @Test
  public void eachLibraryTravelsOnce() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("META-INF/lib/") && name.endsWith(".jar"))
              .map(name -> name.replaceAll("META-INF/lib/(.*?)-\\d.*", "$1"))
              .toList();
      assertEquals(names.size(), Set.copyOf(names).size());
      assertTrue(names.contains("okta-sdk-impl"));
    }
  }

  @Test
  public void itStartsAndEveryImportIsWired() throws Exception {
    HostOptions options = HostOptions.in(Lab.temporaryFolder()).withPlugin(JAR);
    try (Host host = Host.start(options)) {
      assertEquals(new TreeSet<String>(), new TreeSet<>(host.plugin().unwiredOptionalImports()));
      host.disable();
      host.enable();
      assertEquals(200, new Rest(host.baseUrl(), "admin", "admin").get("/health").status());
    }
  }
}
