package org.oktasync.run.setup;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsType;
import org.oktasync.config.AssetsTypes;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsStore.StaleVersionException;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;
import org.oktasync.mapping.assets.MappingError;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.assets.SchemaMemory;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.SourceFactory;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.ConnectionDraft;
import org.oktasync.run.setup.SchemaBuild.State;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Builds schemas of Assets in the background: never while a run of the connection works, and one at
 * a time for each connection. What is built is worked out anew each time, so that a build that
 * broke off is taken up by the next one.
 */
public final class SchemaBuilds {
  private final ConnectionControl connections;
  private final RunPorts ports;
  private final SourceFactory sources;
  private final AssetsSites sites;
  private final RunLock lock;
  private final Executor threads;
  private final Clock clock;
  private final SyncLog log;
  private final Map<Long, SchemaBuild> builds = new ConcurrentHashMap<>();
  private final StopSignal stop = new StopSignal();

  /**
   * @param threads does the work; each build takes one thread until it is over
   */
  public SchemaBuilds(
      ConnectionControl connections,
      RunPorts ports,
      AssetsSites sites,
      RunLock lock,
      Executor threads,
      Clock clock) {
    this.connections = connections;
    this.ports = ports;
    this.sources = ports.sources();
    this.sites = sites;
    this.lock = lock;
    this.threads = threads;
    this.clock = clock;
    this.log = ports.log();
  }

  /**
   * What building would come to; nothing is changed.
   *
   * @throws TargetException when Assets cannot be asked, or no schema is chosen
   * @throws SourceException when Okta cannot be asked
   */
  public SchemaDraft draft(Connection connection, SchemaDraft.Wish wish) {
    return worked(connection, wish).draft();
  }

  /** What building would come to, and the profiles that it was worked out from. */
  private record Worked(SchemaDraft draft, ProfileFields fields) {}

  private Worked worked(Connection connection, SchemaDraft.Wish wish) {
    AssetsSite site = sites.site(connection, stop);
    ObjectSchema schema = ports.memory(connection).dressed(site.schema(schemaId(connection)));
    try (IdentitySource source = sources.open(connection)) {
      ProfileFields fields = ProfileFields.of(source, stop);
      SchemaDraft draft =
          new SchemaDrafts(
                  connection.settings().assets(), fields, schema, site.statuses(schema.id()))
              .of(wish);
      return new Worked(draft, fields);
    }
  }

  /**
   * One build.
   *
   * @param seen the profiles that whoever ordered it was shown
   * @param by who ordered it
   */
  private record Order(SchemaDraft draft, SeenProfiles seen, SchemaDraft.Wish wish, String by) {}

  private static String schemaId(Connection connection) {
    String id = connection.settings().assets().schemaId();
    if (id.isEmpty()) {
      throw new RunRefusedException(Message.of("assets-schema-missing"), 0);
    }
    return id;
  }

  /** The last build of a connection on this node. */
  public Optional<SchemaBuild> last(long connectionId) {
    return Optional.ofNullable(builds.get(connectionId));
  }

  /**
   * Begins to build.
   *
   * @param by who wants it
   * @throws RunRefusedException when types clash, or a run or another build is under way
   */
  public SchemaBuild start(Connection connection, SchemaDraft.Wish wish, String by) {
    Worked worked = worked(connection, wish);
    SchemaDraft draft = worked.draft();
    if (!draft.disputed().isEmpty()) {
      SchemaDraft.Disputed first = draft.disputed().get(0);
      throw new RunRefusedException(
          Message.of("assets-name-disputed", first.name(), first.now()), 0);
    }
    if (draft.isBlocked()) {
      throw new RunRefusedException(
          Message.of("assets-types-clash", String.join(", ", draft.clashes())), 0);
    }
    Order order = new Order(draft, worked.fields().seen(), wish, by);
    refuseUnsound(draft.mapping());
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    threads.execute(() -> work(connection, order, begun));
    if (!begun.join()) {
      throw new RunRefusedException(Message.of("run-in-progress"), 0);
    }
    return builds.get(connection.id());
  }

  /** What was built by a mapping with errors could not be filled by it. */
  private static void refuseUnsound(String mapping) {
    List<MappingError> errors = MappingParser.parse(mapping).errors();
    if (!errors.isEmpty()) {
      MappingError first = errors.get(0);
      throw new RunRefusedException(
          Message.of("assets-mapping-unsound", errors.size(), first.line(), first.column()), 0);
    }
  }

  /** Ends builds at their next step; no further one can be begun. */
  public void shutDown() {
    stop.request();
  }

  private void work(Connection connection, Order order, CompletableFuture<Boolean> begun) {
    Optional<RunLock.Held> held = Optional.empty();
    try {
      held = lock.tryAcquire(connection.id());
      if (held.isPresent()) {
        int steps = order.draft().plan().actions().size();
        builds.put(connection.id(), SchemaBuild.begun(steps, order.by(), clock.instant()));
      }
      begun.complete(held.isPresent());
      held.ifPresent(any -> build(connection, order));
    } finally {
      begun.complete(false);
      held.ifPresent(RunLock.Held::close);
    }
  }

  private void build(Connection connection, Order order) {
    long id = connection.id();
    SchemaDraft draft = order.draft();
    SchemaMemory memory = ports.memory(connection);
    try {
      AssetsSite site = sites.site(connection, stop);
      ObjectSchema schema = memory.follow(site.schema(schemaId(connection)));
      if (order.wish().names()) {
        takeNames(id, schema, order.by());
      }
      save(id, assets -> settled(assets, schema), order.by());
      new SchemaBuilder(site, schema, memory::dressed)
          .build(draft.plan(), stop, action -> builds.computeIfPresent(id, (k, b) -> b.at(action)));
      save(id, assets -> assets.mapped(draft.mapping()), order.by());
      seen(connection, order);
      remember(memory, memory.dressed(site.schema(schema.id())), draft.mapping(), id);
      end(id, State.SUCCEEDED, null);
      log.info(
          "The schema %s of connection %d is built, %d steps",
          schema.key(), id, draft.plan().actions().size());
    } catch (StoppedException e) {
      end(id, State.CANCELLED, Message.of("assets-build-stopped"));
    } catch (TargetException e) {
      end(id, State.FAILED, e.problem());
    } catch (SettingsRejectedException e) {
      end(id, State.FAILED, e.problems().get(0).message());
    } catch (RuntimeException e) {
      log.error(e, "Building the schema of connection %d failed", id);
      end(id, State.FAILED, Message.of("assets-build-failed"));
    }
  }

  /** A type that was settled is so under its new name, too. */
  private void takeNames(long id, ObjectSchema schema, String by) {
    AssetsTypes before =
        connections
            .find(id)
            .orElseThrow(() -> gone("connection-missing", id))
            .settings()
            .assets()
            .types();
    List<String> settled =
        before.all().stream()
            .filter(AssetsType::settled)
            .map(type -> schema.nameNow(type.name()))
            .toList();
    save(
        id,
        assets -> assets.with(assets.types().each(type -> type.named(schema.nameNow(type.name())))),
        by);
    save(
        id,
        assets ->
            assets.with(
                assets
                    .types()
                    .each(type -> type.settled(type.settled() || settled.contains(type.name())))),
        by);
  }

  /** What was built, and what else the mapping fills or refers to, is known from now on. */
  private void remember(SchemaMemory memory, ObjectSchema schema, String mapping, long id) {
    AssetsSettings now =
        connections.find(id).orElseThrow(() -> gone("connection-missing", id)).settings().assets();
    memory.remember(new ObjectRules(now.mapped(mapping), memory::types).worked(schema));
  }

  /**
   * What somebody added, or left out of the first text, runs need not offer again; what came since
   * is added by the next full run, whatever else was built meanwhile.
   */
  private void seen(Connection connection, Order order) {
    boolean follows = connection.settings().assets().followProfiles();
    boolean first = ports.profiles().of(connection.id()).isEmpty();
    if (follows && (first || order.wish().additions())) {
      ports.profiles().store(connection.id(), order.seen());
    }
  }

  /** Types that are not there yet will be ours, whatever happens while they are built. */
  private static AssetsSettings settled(AssetsSettings assets, ObjectSchema schema) {
    return assets.with(
        assets
            .types()
            .each(
                type ->
                    type.settled(
                        type.settled() || (type.on() && schema.type(type.name()).isEmpty()))));
  }

  private void end(long id, State how, Message why) {
    builds.computeIfPresent(id, (key, build) -> build.ended(how, why, clock.instant()));
  }

  /** Changes the settings of Assets, whatever else somebody changes at the same time. */
  private void save(long id, java.util.function.UnaryOperator<AssetsSettings> change, String by) {
    for (int tries = 1; ; tries++) {
      Connection present = connections.find(id).orElseThrow(() -> gone("connection-missing", id));
      AssetsSettings changed = change.apply(present.settings().assets());
      if (changed.equals(present.settings().assets())) {
        return;
      }
      try {
        ConnectionDraft draft =
            new ConnectionDraft(present.settings().withAssets(changed), null, null, null);
        connections.update(id, present.version(), draft, by);
        return;
      } catch (StaleVersionException e) {
        if (tries == 3) {
          throw gone("stale-version");
        }
      }
    }
  }

  static TargetException gone(String code, Object... arguments) {
    return new TargetException(Kind.FATAL, Message.of(code, arguments), null);
  }
}
