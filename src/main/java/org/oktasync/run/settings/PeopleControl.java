package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsJson;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.record.PersonRecords;
import org.oktasync.record.PersonTexts;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;

/** Forgets people. */
public final class PeopleControl {
  private final RunPorts ports;
  private final SettingsStore settings;
  private final PersonRecords records;
  private final RunLock lock;

  public PeopleControl(
      RunPorts ports, SettingsStore settings, PersonRecords records, RunLock lock) {
    this.ports = ports;
    this.settings = settings;
    this.records = records;
    this.lock = lock;
  }

  /**
   * What was forgotten.
   *
   * @param counts see {@link PersonRecords#forget}, and {@code links}
   * @param notices what a person should know about what stays
   */
  public record Forgotten(Map<String, Long> counts, List<Message> notices) {
    public Forgotten {
      counts = Map.copyOf(counts);
      notices = List.copyOf(notices);
    }
  }

  /**
   * Forgets a person of a connection: names, addresses and values leave everything that is stored,
   * the link goes, counts stay. Plans that have changes of the person no longer hold. The account
   * in Jira is not touched.
   *
   * @param sourceId the person's id in the source
   * @throws RunRefusedException when the connection is missing, nothing is stored about the person,
   *     or a run of the connection is under way
   */
  public Forgotten forget(long connectionId, String sourceId) {
    Connection connection =
        settings
            .connection(connectionId)
            .orElseThrow(() -> refused("connection-missing", connectionId, 0));
    RunLock.Held held =
        lock.tryAcquire(connectionId)
            .orElseThrow(
                () -> refused("run-in-progress", running(connectionId), running(connectionId)));
    try {
      PersonTexts person =
          records
              .find(connectionId, sourceId)
              .orElseThrow(() -> refused("person-unknown", sourceId, 0));
      endPlans(connectionId, sourceId);
      Map<String, Long> counts = new java.util.TreeMap<>(records.forget(connectionId, person));
      counts.put("links", releaseLink(connectionId, sourceId));
      // It may hold the id of somebody to be looked at again.
      ports.states().forget(connectionId);
      return new Forgotten(counts, notices(connection, person));
    } finally {
      held.close();
    }
  }

  private static RunRefusedException refused(String code, Object about, long runId) {
    return new RunRefusedException(Message.of(code, about), runId);
  }

  private long running(long connectionId) {
    return ports.journal().running(connectionId).stream().findFirst().map(SyncRun::id).orElse(0L);
  }

  /** Nobody can decide about a plan that no longer says what it does. */
  private void endPlans(long connectionId, String sourceId) {
    Set<Long> plans = records.plans(connectionId, sourceId);
    RunJournal journal = ports.journal();
    for (RunHeader run : journal.headers()) {
      if (run.planExpiresAt() != null && plans.contains(run.planId())) {
        journal.find(run.id()).map(PeopleControl::ended).ifPresent(journal::update);
      }
    }
  }

  private static SyncRun ended(SyncRun run) {
    List<Message> notices = new ArrayList<>(run.notices());
    notices.add(Message.of("run-person-forgotten"));
    return run.with().planExpiresAt(null).notices(notices).build();
  }

  private long releaseLink(long connectionId, String sourceId) {
    Optional<Link> link =
        ports.links().find(connectionId, EntityKind.USER, new ExternalId(sourceId));
    link.ifPresent(owned -> ports.links().release(owned.id()));
    return link.isPresent() ? 1 : 0;
  }

  private static List<Message> notices(Connection connection, PersonTexts person) {
    List<Message> notices = new ArrayList<>();
    notices.add(Message.of("person-account-stays"));
    if (person.namedIn(new SettingsJson().write(connection.settings()))) {
      notices.add(Message.of("person-in-settings", connection.settings().name()));
    }
    return notices;
  }
}
