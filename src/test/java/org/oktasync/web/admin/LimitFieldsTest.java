package org.oktasync.web.admin;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.oktasync.plan.GuardrailLimits;

/** Every limit that can stop a run has a field of its own name, to which the run's page leads. */
public class LimitFieldsTest {
  @Test
  public void everyLimit_hasItsField() throws IOException {
    String form = Files.readString(Path.of("src/main/resources/js/pages/connection-safety.js"));
    Stream<String> limits =
        Arrays.stream(GuardrailLimits.class.getRecordComponents()).map(RecordComponent::getName);
    List<String> missing =
        Stream.concat(limits, Stream.of("canary.user", "canary.group"))
            .filter(name -> !form.contains("value('guardrails." + name + "')"))
            .toList();
    assertEquals(List.of(), missing);
  }
}
