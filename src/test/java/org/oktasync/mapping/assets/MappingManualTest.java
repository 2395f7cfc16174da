package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The examples of the manual are mappings that may be run, and have no conflicts. */
public class MappingManualTest {
  private static final Pattern EXAMPLE = Pattern.compile("```mapping\n(.*?)```", Pattern.DOTALL);

  @Test
  public void everyExampleHolds() throws IOException {
    Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/mapping-language.md")));
    List<String> examples = new ArrayList<>();
    while (matcher.find()) {
      String example = matcher.group(1);
      examples.add(example);
      CheckedMapping checked = new MappingCheck("Users").check(example);
      assertThat(example, checked.errors(), is(List.of()));
      assertThat(example, checked.warnings(), is(List.of()));
      assertThat(example, checked.conflicts(), is(List.of()));
    }
    assertThat(examples.size(), is(6));
  }
}
