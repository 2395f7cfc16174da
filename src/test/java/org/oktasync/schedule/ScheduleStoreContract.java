package org.oktasync.schedule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.Message;

/** What every store of schedules keeps to. */
public abstract class ScheduleStoreContract {
  private static final Instant DUE = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final Site SITE = new Site("https://jira.example.com", "B1");

  /** The store under test, empty. */
  protected abstract ScheduleStore store();

  /** The connections whose schedules it keeps. */
  protected abstract SettingsStore connections();

  @Test
  public void whatIsSaved_isThereUnderTheNextRevision() {
    ScheduleState none = ScheduleState.none(connection());
    assertEquals(Optional.empty(), store().find(none.connectionId()));
    assertTrue(store().save(on(none)));
    ScheduleState first = found(none.connectionId());
    assertEquals(1, first.revision());
    assertEquals("PT15M", first.rhythm());
    assertEquals(3, first.rulesVersion());
    assertEquals(SITE, first.site());
    assertEquals(DUE, first.nextRunAt());
  }

  @Test
  public void everythingIsKept() {
    ScheduleState none = ScheduleState.none(connection());
    assertTrue(store().save(none));
    ScheduleState changed =
        on(found(none.connectionId()))
            .started(DUE.plusSeconds(1))
            .paused(PauseReason.SITE_CHANGED, DUE.plusSeconds(2))
            .passed(DUE.plusSeconds(3), Message.of("schedule-passed-held", 7));
    assertTrue(store().save(changed));
    ScheduleState found = found(none.connectionId());
    assertEquals(2, found.revision());
    assertEquals(changed.lastStartedAt(), found.lastStartedAt());
    assertEquals(changed.pause(), found.pause());
    assertEquals(changed.passed(), found.passed());
  }

  @Test
  public void whatIsAbsent_staysAbsent() {
    ScheduleState none = ScheduleState.none(connection());
    assertTrue(
        store().save(on(none).passed(DUE, Message.of("x")).paused(PauseReason.BY_HAND, DUE)));
    ScheduleState state = found(none.connectionId());
    assertTrue(store().save(state.switchedOn(new Rhythm("PT1H", "", ""), 4, SITE, null)));
    ScheduleState found = found(none.connectionId());
    assertEquals(null, found.nextRunAt());
    assertEquals(null, found.lastStartedAt());
    assertEquals(null, found.pause());
    assertEquals(null, found.passed());
  }

  @Test
  public void aStaleRevision_storesNothing() {
    ScheduleState none = ScheduleState.none(connection());
    assertTrue(store().save(none));
    assertFalse("made twice", store().save(on(none)));
    ScheduleState state = found(none.connectionId());
    assertTrue(store().save(on(state)));
    assertFalse(store().save(state.dueAt(DUE.plusSeconds(60))));
    assertEquals(DUE, found(none.connectionId()).nextRunAt());
  }

  @Test
  public void aConnectionThatIsGone_getsNoSchedule() {
    long id = connection();
    assertTrue(store().save(ScheduleState.none(id)));
    ScheduleState state = found(id);
    connections().delete(id);
    assertFalse(store().save(on(state)));
    store().delete(id);
    assertEquals(Optional.empty(), store().find(id));
  }

  /** A connection without a schedule; answers its id. */
  protected long connection() {
    return connections().add(Connection.unsaved(ConnectionSettings.defaults())).id();
  }

  /** Switched on, due at a certain time. */
  protected static ScheduleState on(ScheduleState state) {
    return state.switchedOn(new Rhythm("PT15M", "", ""), 3, SITE, DUE);
  }

  /** The same, due a minute later. */
  protected static ScheduleState moved(ScheduleState state) {
    return state.dueAt(state.nextRunAt().plusSeconds(60));
  }

  private ScheduleState found(long connectionId) {
    return store().find(connectionId).orElseThrow();
  }
}
