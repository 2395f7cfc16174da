package org.oktasync.schedule;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.record.RunState;
import org.oktasync.record.Tally;

/** Whatever can be told in notices, in the audit log or of schedules has a text. */
public class NewsTextsTest {
  private final Properties texts = new Properties();
  private final Set<String> missing = new TreeSet<>();

  public NewsTextsTest() throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of("i18n/okta-sync.properties"))) {
      texts.load(reader);
    }
  }

  private void need(String code) {
    if (!texts.containsKey("okta-sync." + code)) {
      missing.add(code);
    }
  }

  @Test
  public void everyFactHasAText() {
    for (EntityKind kind : EntityKind.values()) {
      for (Tally tally : Tally.values()) {
        if (tally != Tally.UNCHANGED) {
          need("fact." + kind.label() + "-" + tally.label());
        }
      }
    }
    for (String fact :
        "run mode dry-run trigger state reason rhythm settings limits-exceeded incomplete-lists"
            .split(" ")) {
      need("fact." + fact);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  public void everySentenceOfANoticeHasAText() {
    for (RunState state : RunState.values()) {
      if (state.over()) {
        need("notice-run-" + state.name().toLowerCase(Locale.ROOT));
      }
    }
    for (PauseReason reason : PauseReason.values()) {
      need(reason.message("x").code());
    }
    for (String subject : "held failed partial changed schedule-paused".split(" ")) {
      need("notice-" + subject);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  public void everyActionHasAText() {
    need("audit.category");
    for (String run : "started reviewed approved rejected held finished failed".split(" ")) {
      need("audit.run-" + run);
    }
    for (String connection : "added changed deleted".split(" ")) {
      need("audit.connection-" + connection);
    }
    for (String schedule : "on off paused".split(" ")) {
      need("audit.schedule-" + schedule);
    }
    assertEquals(Set.of(), missing);
  }
}
