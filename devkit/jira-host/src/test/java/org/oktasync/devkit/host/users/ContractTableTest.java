package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Test;

/** The table of what the stand-in promises names tests that are there. */
public class ContractTableTest {
  private static final Path TABLE = Path.of("contract", "README.md");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  public void everyPromiseHasATest() throws Exception {
    List<String> promises =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| What "))
            .toList();
    assertTrue(promises.size() > 30);
    assertEquals(List.of(), promises.stream().filter(line -> !NAMED.matcher(line).find()).toList());
  }

  @Test
  public void everyNamedTestIsThere() throws Exception {
    List<String> missing =
        NAMED
            .matcher(Files.readString(TABLE))
            .results()
            .filter(named -> !exists(named))
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), missing);
  }

  private static boolean exists(MatchResult named) {
    try {
      Class<?> type =
          Class.forName(ContractTableTest.class.getPackageName() + "." + named.group(1));
      return Arrays.stream(type.getMethods())
          .anyMatch(
              method ->
                  method.getName().equals(named.group(2))
                      && method.isAnnotationPresent(Test.class));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
