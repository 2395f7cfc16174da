package org.oktasync.run.ports;

import java.time.Instant;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.record.Findings;
import org.oktasync.record.KnownProfiles;
import org.oktasync.record.KnownTypes;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.ObjectLinks;
import org.oktasync.record.Pending;
import org.oktasync.record.PlanStore;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncState;
import org.oktasync.record.SyncStates;
import org.oktasync.record.TakeOvers;
import org.oktasync.run.assets.SchemaMemory;

/**
 * What a run reaches the world through.
 *
 * @param sources the identity source of a connection
 * @param targets the directories of Jira
 * @param links what we own
 * @param plans stored plans
 * @param journal runs and results
 * @param findings what stands left alone
 * @param states how far connections are with what changes
 * @param audit Jira's audit log
 * @param schedules stops schedules
 * @param assets the Assets of a connection
 * @param objects which objects of Assets we own
 * @param types what types of Assets are called
 * @param profiles which attributes of profiles were seen
 * @param settings what the administrator set
 * @param notifier sends mails
 * @param takeOvers whom administrators let take over an account of another directory
 * @param log the product's log
 */
public record RunPorts(
    SourceFactory sources,
    TargetFactory targets,
    LinkRegistry links,
    PlanStore plans,
    RunJournal journal,
    Findings findings,
    SyncStates states,
    AuditTrail audit,
    SchedulePauses schedules,
    AssetsSites assets,
    ObjectLinks objects,
    KnownTypes types,
    KnownProfiles profiles,
    SettingsStore settings,
    Notifier notifier,
    TakeOvers takeOvers,
    SyncLog log) {
  /** What is known of the types of the schema that a connection works with. */
  public SchemaMemory memory(Connection connection) {
    return new SchemaMemory(connection.id(), connection.settings().assets(), types, objects);
  }

  /**
   * What the shares of a plan about some people are taken of; before the first run of everybody
   * that is what is linked.
   *
   * @param linked how many accounts are the connection's, active or not
   */
  public SyncState standing(Connection connection, long linked) {
    return states
        .standing(connection.id())
        .orElseGet(
            () ->
                new SyncState(
                    connection.settingsVersion(),
                    "",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    linked,
                    0,
                    Pending.NONE,
                    false));
  }
}
