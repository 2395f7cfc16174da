package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.RetentionSettings;
import org.oktasync.fakes.InMemoryProductSettings;
import org.oktasync.record.JournalSize;

/** The product's settings, and the room that the journal takes, over REST. */
public class SettingsResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final InMemoryProductSettings store = new InMemoryProductSettings();
  private RestWorld world;
  private SettingsResource resource;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    resource = new SettingsResource(world.entry, store);
  }

  @Test
  public void settings_beginWithDefaults() {
    assertEquals(
        "{\"version\":0,\"retention\":{\"days\":90,\"runs\":500,\"dryRuns\":5}}",
        Answered.with(200, resource.get()).text());
  }

  @Test
  public void aChange_keepsWhatItLeavesOut() {
    Answered answer = put("{\"version\":0,\"retention\":{\"days\":30},\"more\":1}");
    assertEquals(
        "{\"version\":1,\"retention\":{\"days\":30,\"runs\":500,\"dryRuns\":5}}", answer.text());
    assertEquals(answer.text(), Answered.with(200, resource.get()).text());
  }

  @Test
  public void aStaleVersion_is409_andNoneIs400() {
    put("{\"version\":0}");
    assertEquals(
        List.of("version: stale-version"),
        Answered.with(409, resource.put("{\"version\":0}")).errors());
    assertEquals(
        List.of("version: version-missing"), Answered.with(400, resource.put("{}")).errors());
  }

  @Test
  public void numbersOutOfRange_areNamed_andNothingIsStored() {
    String wrong = "{\"version\":0,\"retention\":{\"days\":0,\"runs\":9,\"dryRuns\":99999999999}}";
    assertEquals(
        List.of(
            "retention.days: number-out-of-range",
            "retention.runs: number-out-of-range",
            "retention.dryRuns: number-out-of-range"),
        Answered.with(400, resource.put(wrong)).errors());
    assertEquals(ProductSettings.DEFAULTS, store.read());
    String least = "{\"version\":0,\"retention\":{\"days\":1,\"runs\":10,\"dryRuns\":1}}";
    put(least);
    assertEquals(new RetentionSettings(1, 10, 1), store.read().retention());
  }

  @Test
  public void size_isTableByTable_andInAll() {
    JournalSize size =
        () ->
            List.of(
                new JournalSize.Table("PLANNED_CHANGE", 2_000_000, 600L << 20),
                new JournalSize.Table("LINK", 5, 1 << 19));
    assertEquals(
        "{\"rows\":2000005,\"megabytes\":600.5,\"tables\":["
            + "{\"table\":\"PLANNED_CHANGE\",\"rows\":2000000,\"megabytes\":600.0},"
            + "{\"table\":\"LINK\",\"rows\":5,\"megabytes\":0.5}]}",
        Answered.with(200, new JournalResource(world.entry, size).size()).text());
  }

  private Answered put(String body) {
    return Answered.with(200, resource.put(body));
  }
}
