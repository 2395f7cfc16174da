package org.oktasync.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.config.SettingsStore.StaleVersionException;

/** What every settings store keeps to. */
public abstract class SettingsStoreContract {
  private static final Instant SET = Instant.parse("2026-03-01T10:00:00.123Z");

  /** The store under test, empty. */
  protected abstract SettingsStore store();

  @Test
  public void aNewConnectionGetsAnIdAndVersionOne() {
    Connection stored = store().add(named("Example"));

    assertTrue(stored.id() > 0);
    assertEquals(1, stored.version());
    assertEquals(named("Example").settings(), stored.settings());
    assertEquals(Optional.of(stored), store().connection(stored.id()));
    assertEquals(Optional.empty(), store().connection(stored.id() + 1));
  }

  @Test
  public void theSecretIsKeptBesideTheSettings() {
    Connection stored = store().add(named("Example"));
    Connection changed = stored.withSecret("v1:" + "x".repeat(2000), SET, "anna");

    Connection updated = store().update(changed);

    assertEquals("v1:" + "x".repeat(2000), updated.sealedSecret());
    assertEquals(SET, updated.token().setAt());
    assertEquals("anna", updated.token().setBy());
    assertEquals(Optional.of(updated), store().connection(stored.id()));
  }

  @Test
  public void theTokenForAssetsIsKeptBesideTheOther() {
    Connection stored = store().add(named("Example")).withSecret("v1:a", SET, "anna");
    SealedSecret token = new SealedSecret("v1:" + "y".repeat(2000), SET, "ben");

    Connection updated = store().update(stored.withAssetsToken(token));

    assertEquals(token, updated.assetsToken());
    assertEquals("v1:a", updated.sealedSecret());
    assertEquals(Optional.of(updated), store().connection(stored.id()));
  }

  @Test
  public void eachChangeRaisesTheVersion() {
    Connection first = store().add(named("Example"));
    Connection second = store().update(renamed(first, "Other"));

    assertEquals(2, second.version());
    assertEquals("Other", store().connection(first.id()).orElseThrow().settings().name());
  }

  @Test
  public void aChangeFromAStaleVersionIsRefused() {
    Connection first = store().add(named("Example"));
    Connection second = store().update(renamed(first, "Other"));

    assertThrows(StaleVersionException.class, () -> store().update(renamed(first, "Late")));

    assertEquals(Optional.of(second), store().connection(first.id()));
  }

  @Test
  public void whatTheProductAddsByItselfLeavesTheVersionOfTheRules() {
    Connection first = store().add(named("Example"));
    AssetsSettings on = new SettingsJson().read("{\"assets\":{\"enabled\":true}}").assets();
    Connection second = store().update(first.with(first.settings().withAssets(on)));
    assertEquals(2, second.settingsVersion());

    AssetsSettings mapped = on.mapped("key:id=Okta Id");
    Connection third = store().amend(second.with(second.settings().withAssets(mapped)));

    assertEquals(3, third.version());
    assertEquals(2, third.settingsVersion());
    assertEquals(Optional.of(third), store().connection(first.id()));
    assertThrows(StaleVersionException.class, () -> store().amend(second));
    assertEquals(Optional.of(third), store().connection(first.id()));
  }

  @Test
  public void aDeletedConnectionCannotBeChanged() {
    Connection stored = store().add(named("Example"));
    store().delete(stored.id());

    assertEquals(List.of(), store().connections());
    assertThrows(StaleVersionException.class, () -> store().update(stored));
  }

  @Test
  public void connectionsComeByName() {
    store().add(named("beta"));
    store().add(named("Alpha"));
    store().add(named("gamma"));

    assertEquals(
        List.of("Alpha", "beta", "gamma"),
        store().connections().stream().map(connection -> connection.settings().name()).toList());
  }

  protected static Connection named(String name) {
    ConnectionSettings settings =
        new SettingsJson().read("{\"name\":\"" + name + "\",\"directoryId\":10}");
    return Connection.unsaved(settings);
  }

  protected static Connection renamed(Connection connection, String name) {
    return connection.with(named(name).settings());
  }

  @Test
  public void theVersionOfTheRulesMovesWithTheRulesAlone() {
    Connection stored = store().add(named("Example"));
    Connection renamed = store().update(renamed(stored, "Other"));
    ScheduleSettings hourly = new ScheduleSettings("PT1H", "", "", "P7D", "P1D", false);
    Connection scheduled = store().update(renamed.with(renamed.settings().scheduled(hourly)));
    ConnectionSettings stricter =
        new SettingsJson().read("{\"groups\":{\"mode\":\"off\"}}", scheduled.settings());
    Connection changed = store().update(scheduled.with(stricter));

    assertEquals(1, scheduled.settingsVersion());
    assertEquals(4, changed.settingsVersion());
    assertEquals(Optional.of(changed), store().connection(stored.id()));
  }
}
