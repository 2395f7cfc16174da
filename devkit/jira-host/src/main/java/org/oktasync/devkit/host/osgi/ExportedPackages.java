package org.oktasync.devkit.host.osgi;

import com.atlassian.sal.api.ApplicationProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages that bundles may import from the host: those that Jira exports, and no others. */
final class ExportedPackages {
  /** Third-party packages and their versions, one a line. */
  private static final String LIST = "exported-packages.txt";

  private ExportedPackages() {}

  /** The value of the framework property that adds packages to the system bundle. */
  static String asHeader() {
    List<String> exported = Stream.concat(atlassian(), thirdParty()).toList();
    return String.join(",", exported);
  }

  private static Stream<String> thirdParty() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ExportedPackages.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      return lines.stream()
          .map(line -> line.split(" "))
          .map(words -> words[0] + ";version=\"" + words[1] + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every com.atlassian package of the declarations; Jira's versions differ, so none is given. */
  private static Stream<String> atlassian() {
    Path place = Path.of(OsgiFramework.locationOf(ApplicationProperties.class));
    try {
      if (Files.isDirectory(place)) {
        return packagesBelow(place).stream();
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return packagesBelow(jar.getPath("/")).stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the declarations in " + place, e);
    }
  }

  private static Set<String> packagesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("com/atlassian"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file.getParent()).toString())
          .map(folder -> folder.replace('/', '.').replaceAll("\\.$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
