package org.oktasync.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.oktasync.config.Connection;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.PlanSink;
import org.oktasync.record.SyncRun;
import org.oktasync.run.assets.ListPart;
import org.oktasync.run.assets.ObjectReader;
import org.oktasync.run.assets.ObjectReading;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.run.assets.ReferringPeople;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.source.IdentitySource;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;

/**
 * What a run does about objects of Assets. Assets is an addition: when it is absent, silent or in
 * disorder, this part is left out and says why, and accounts and groups are kept in step without
 * it.
 */
final class ObjectsPart implements AutoCloseable {
  private static final String LIST = "assets";

  private final RunPorts ports;
  private final Connection connection;
  private final SyncRun run;
  private final RunWatch watch;
  private final ObjectRules rules;
  private final boolean wanted;
  private final List<Message> notices = new ArrayList<>();
  private final List<IncompleteList> incomplete = new ArrayList<>();
  private ObjectReading reading;

  /**
   * @param beforehand what a person should know of what was done before objects are read
   */
  ObjectsPart(
      RunPorts ports,
      Connection connection,
      SyncRun run,
      List<Message> beforehand,
      RunWatch watch) {
    this.ports = ports;
    this.connection = connection;
    this.run = run;
    this.notices.addAll(beforehand);
    this.watch = watch;
    this.rules =
        new ObjectRules(connection.settings().assets(), () -> ports.memory(connection).types());
    this.wanted = rules.enabled() && run.extent().assets();
  }

  /** Whether this run is to keep objects. */
  boolean wanted() {
    return wanted;
  }

  /** Whether objects are not as far as the directory once this run has done its work. */
  boolean behind() {
    return rules.enabled() && (reading == null || run.extent().limited() || heldBack());
  }

  /** Whether objects wait for the next run, because the mapping takes no more in one. */
  boolean heldBack() {
    return reading != null && reading.heldBack();
  }

  /** Headings of mappings of whose lists nothing was looked at. */
  Set<String> unread() {
    return reading == null ? Set.of() : reading.unread();
  }

  /** Whether everything was looked at, so that what stands left alone is known anew. */
  boolean whole() {
    return reading != null && reading.whole();
  }

  /**
   * Reads both sides, unless objects are not wanted.
   *
   * @param folder the run's own
   * @param parts how much of the list of a mapping is looked at
   */
  void read(
      IdentitySource source,
      PeopleReading people,
      Path folder,
      Function<ObjectMapping, ListPart> parts) {
    if (!wanted || reading != null) {
      return;
    }
    try (AssetsTarget target = ports.assets().target(connection, watch.stop())) {
      reading =
          new ObjectReader(
                  connection.id(),
                  rules,
                  target,
                  ports.memory(connection),
                  ports.objects(),
                  source,
                  folder,
                  watch.stop(),
                  watch)
              .read(people, run.extent().limit(), parts);
      incomplete.addAll(reading.incomplete());
    } catch (TargetException e) {
      leaveOut(e.problem());
    }
  }

  /** Tells whose objects refer to what is gone; nothing where Assets cannot be asked. */
  Referrers referrers() {
    return (section, things, most) -> {
      try (AssetsTarget target = ports.assets().target(connection, watch.stop())) {
        return new ReferringPeople(
                connection.id(), rules, target, ports.memory(connection), ports.objects())
            .of(section, things, most);
      } catch (TargetException e) {
        return Optional.empty();
      }
    };
  }

  /** What objects are planned for is known, but Assets itself cannot be worked with. */
  private void leaveOut(Message problem) {
    close();
    reading = null;
    notices.add(Message.of("assets-left-out"));
    notices.add(problem);
    incomplete.add(new IncompleteList(LIST, problem.code()));
    if (!run.extent().directory()) {
      throw new TargetException(TargetException.Kind.FATAL, problem, null);
    }
  }

  /**
   * Plans what was read.
   *
   * @param accounts who will be found once the directory's part is applied
   */
  void plan(PlanSink sink, AccountsAfter accounts, Instant now) {
    if (reading != null) {
      boolean here = !connection.settings().assets().isExternal();
      AccountsAfter known = here ? accounts : new AccountsAfter(sink);
      reading.plan(sink, known.lookup(ports.assets().people(connection, watch.stop())), now);
    }
  }

  /** Whether Assets answers at present. */
  boolean reachable() {
    try (AssetsTarget target = ports.assets().target(connection, watch.stop())) {
      target.schema();
      return true;
    } catch (TargetException e) {
      return false;
    }
  }

  /** What a person should know about this part. */
  List<Message> notices() {
    List<Message> all = new ArrayList<>(notices);
    Optional.ofNullable(reading).ifPresent(known -> all.addAll(known.notices()));
    return all;
  }

  /** Lists that did not come whole, Assets itself among them when it is left out. */
  List<IncompleteList> incomplete() {
    return incomplete;
  }

  /** The plan is applied. */
  void settle() {
    if (reading != null) {
      reading.settle();
    }
  }

  @Override
  public void close() {
    if (reading != null) {
      reading.close();
    }
  }
}
