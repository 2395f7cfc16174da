package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore.StaleVersionException;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ProfileChanges;
import org.oktasync.mapping.assets.ProfileChanges.Change;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.plan.schema.SchemaPlan;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;
import org.oktasync.record.SyncRun;
import org.oktasync.run.assets.SchemaMemory;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.setup.ProfileVerdicts.Verdict;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Keeps object types in step with the source's profiles before a full run reads objects: what is
 * new there gets an attribute and a line of the mapping, what is called otherwise there is renamed.
 * Nothing is removed, and nothing that somebody made or chose is changed. Whatever fails is told,
 * and left to the next run; the run itself goes on.
 */
public final class ProfileFollower {
  private final RunPorts ports;
  private final SyncRun run;
  private final RunWatch watch;
  private final StopSignal stop;
  private final List<Message> notices = new ArrayList<>();

  public ProfileFollower(RunPorts ports, SyncRun run, RunWatch watch) {
    this.ports = ports;
    this.run = run;
    this.watch = watch;
    this.stop = watch.stop();
  }

  /**
   * How a connection goes on.
   *
   * @param connection as it is stored now
   * @param notices what a person should know
   */
  public record Followed(Connection connection, List<Message> notices) {}

  /** Looks at the profiles, and does what is to be done; no more than tells it in a dry run. */
  public Followed follow(Connection connection) {
    AssetsSettings settings = connection.settings().assets();
    boolean full = run.mode().equals(SyncRun.FULL) && !run.extent().limited();
    boolean objects = settings.enabled() && run.extent().assets();
    if (!full || !objects || !MappingParser.parse(settings.mapping()).sound()) {
      return new Followed(connection, List.of());
    } else if (!settings.followProfiles()) {
      forget(connection);
      return new Followed(connection, List.of());
    }
    Connection followed = attempt(connection);
    if (!notices.isEmpty()) {
      // A run that fails later on says so, too.
      ports.journal().update(run.with().notices(notices).build());
    }
    return new Followed(followed, notices);
  }

  private Connection attempt(Connection connection) {
    try {
      return followed(connection, fields(connection));
    } catch (SourceException e) {
      notices.add(Message.of("assets-follow-unread"));
      notices.add(e.problem());
    } catch (TargetException e) {
      notices.add(Message.of("assets-follow-failed"));
      notices.add(e.problem());
    }
    return connection;
  }

  private ProfileFields fields(Connection connection) {
    watch.phase("read-profiles");
    try (IdentitySource source = ports.sources().open(connection)) {
      watch.usage(source::usage);
      return ProfileFields.ofSchemas(source, stop);
    } finally {
      watch.keepUsage();
    }
  }

  /** Who switches it on again begins with what is there by then. */
  private void forget(Connection connection) {
    if (!run.dryRun() && ports.profiles().of(connection.id()).isPresent()) {
      ports.profiles().forget(connection.id());
    }
  }

  private Connection followed(Connection connection, ProfileFields fields) {
    Optional<SeenProfiles> before = ports.profiles().of(connection.id());
    if (before.isEmpty()) {
      if (!run.dryRun()) {
        ports.profiles().store(connection.id(), fields.seen());
      }
      return connection;
    }
    SeenProfiles then = before.get();
    boolean same =
        then.begun().isEmpty()
            && then.people().entrySet().containsAll(fields.seen().people().entrySet())
            && then.groups().entrySet().containsAll(fields.seen().groups().entrySet());
    return same ? connection : new Work(connection, fields, then).follow();
  }

  /** Following profiles in which something changed. */
  private final class Work {
    private final Connection connection;
    private final SeenProfiles before;
    private final ProfileFields fields;
    private final AssetsSite site;
    private final SchemaMemory memory;
    private final ObjectSchema schema;
    private final SchemaDrafts drafts;
    private final ProfileVerdicts verdicts;
    private final Set<Change> waiting = new HashSet<>();
    private final Set<String> begun = new HashSet<>();

    Work(Connection connection, ProfileFields fields, SeenProfiles before) {
      AssetsSettings settings = connection.settings().assets();
      this.connection = connection;
      this.before = before;
      this.fields = fields;
      this.site = ports.assets().site(connection, stop);
      this.memory = ports.memory(connection);
      ObjectSchema present = site.schema(settings.schemaId());
      this.schema = run.dryRun() ? memory.dressed(present) : memory.follow(present);
      this.drafts = new SchemaDrafts(settings, fields, schema, List.of());
      this.verdicts = new ProfileVerdicts(schema, before.begun(), drafts::isUnsettled);
    }

    Connection follow() {
      ProfileChanges changes = drafts.changes(before);
      verdicts.judge(changes.changes());
      notices.addAll(verdicts.notices());
      for (Change one : changes.taken()) {
        String code = one.isRenaming() ? "assets-follow-not-renamed" : "assets-follow-mapped";
        notices.add(Message.of(code, one.type(), one.to(), one.path()));
      }
      List<Change> possible =
          changes.changes().stream().filter(change -> isPossible(change)).toList();
      if (run.dryRun()) {
        tell("assets-follow-would-add", "assets-follow-would-rename", possible);
        return connection;
      }
      waiting.addAll(verdicts.with(Verdict.WAIT));
      waiting.addAll(changes.taken());
      return possible.isEmpty() ? settled(connection) : change(possible);
    }

    private boolean isPossible(Change change) {
      return verdicts.with(Verdict.BUILD).contains(change)
          || verdicts.with(Verdict.WRITE).contains(change);
    }

    /** The attributes come first: a line without one would lead nowhere. */
    private Connection change(List<Change> possible) {
      build(verdicts.with(Verdict.BUILD));
      List<Change> done = possible.stream().filter(one -> !waiting.contains(one)).toList();
      if (done.isEmpty()) {
        return settled(connection);
      }
      AssetsSettings settings = connection.settings().assets().mapped(drafts.with(done));
      // Should this run end before its objects have the new values, the next one looks at all.
      ports.states().objectsBehind(connection.id());
      try {
        Connection changed =
            ports.settings().amend(connection.with(connection.settings().withAssets(settings)));
        tell("assets-follow-added", "assets-follow-renamed", done);
        audit(changed, done);
        return settled(changed);
      } catch (StaleVersionException e) {
        ports.log().debug("Connection %s was changed meanwhile (%s)", connection.id(), e);
        notices.add(Message.of("assets-follow-stale"));
        return connection;
      }
    }

    private void build(List<Change> changes) {
      Set<String> additions =
          changes.stream()
              .filter(change -> !change.isRenaming())
              .map(Change::attribute)
              .collect(Collectors.toSet());
      additions.addAll(before.begun());
      if (!additions.equals(before.begun())) {
        ports.profiles().store(connection.id(), before.begin(additions));
      }
      notices.addAll(memory.remember(typesOf(changes)));
      SchemaBuilder builder = new SchemaBuilder(site, schema, memory::dressed);
      boolean usable = true;
      for (Change change : changes) {
        usable = usable && isBuilt(change, builder);
        if (!usable) {
          waiting.add(change);
        }
      }
    }

    /** By what they are called now, renamed ones are found later. */
    private List<ObjectType> typesOf(List<Change> changes) {
      return changes.stream()
          .flatMap(change -> schema.type(change.type()).stream())
          .distinct()
          .toList();
    }

    /** False when Assets as a whole cannot be worked with; what it refuses waits. */
    private boolean isBuilt(Change change, SchemaBuilder builder) {
      try {
        SchemaPlan steps = drafts.steps(List.of(change));
        builder.build(steps, stop, step -> {});
        if (steps.isEmpty()) {
          waiting.add(change);
        }
        return true;
      } catch (TargetException e) {
        waiting.add(change);
        notices.add(Message.of("assets-follow-refused", change.type(), change.to()));
        notices.add(e.problem());
        if (e.kind() == Kind.RETRY || e.kind() == Kind.FATAL) {
          begun.add(change.attribute()); // it may be there all the same
        }
        return e.kind() != Kind.FATAL;
      }
    }

    /** What could not be done yet is as if it had not been seen. */
    private Connection settled(Connection now) {
      waiting.stream().map(Change::attribute).filter(before.begun()::contains).forEach(begun::add);
      SeenProfiles seen =
          new SeenProfiles(
              seen(before.people(), fields.people(), true),
              seen(before.groups(), fields.groups(), false),
              begun);
      if (!seen.equals(before)) {
        ports.profiles().store(connection.id(), seen);
      }
      return now;
    }

    private Map<String, String> seen(
        Map<String, String> then, List<ProfileField> now, boolean people) {
      Set<String> open =
          waiting.stream()
              .filter(change -> drafts.isOfPeople(change.type()) == people)
              .map(Change::path)
              .collect(Collectors.toSet());
      Map<String, String> seen = new LinkedHashMap<>();
      now.stream()
          .filter(field -> !open.contains(field.path()))
          .forEach(field -> seen.put(field.path(), field.title()));
      then.forEach(seen::putIfAbsent);
      return seen;
    }

    private void tell(String added, String renamed, List<Change> changes) {
      tell(added, changes, false);
      tell(renamed, changes, true);
    }

    private void tell(String code, List<Change> changes, boolean renamings) {
      Map<String, String> byType = new LinkedHashMap<>();
      changes.stream()
          .filter(change -> change.isRenaming() == renamings)
          .forEach(change -> byType.merge(change.type(), name(change), (a, b) -> a + ", " + b));
      byType.forEach((type, names) -> notices.add(Message.of(code, type, names)));
    }

    private void audit(Connection changed, List<Change> done) {
      String names =
          done.stream()
              .map(change -> change.type() + ": " + name(change))
              .collect(Collectors.joining(", "));
      ports
          .audit()
          .write(
              new AuditEntry(
                  "profiles-followed",
                  run.startedBy(),
                  changed.id(),
                  changed.settings().name(),
                  List.of(Fact.of("run", run.id()), Fact.of("attributes", names))));
    }
  }

  private static String name(Change change) {
    return change.isRenaming() ? change.from() + " \u2192 " + change.to() : change.to();
  }
}
