package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.oktasync.config.AssetsNames;
import org.oktasync.config.Connection;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.SourceFactory;
import org.oktasync.run.rules.ObjectLists;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSize;
import org.oktasync.target.AssetsCheck;

/** What an administrator does at Assets before objects are written. */
public final class AssetsSetup {

  private final ConnectionControl connections;
  private final SourceFactory sources;
  private final AssetsSites sites;
  private final StopSignal stop = new StopSignal();

  public AssetsSetup(ConnectionControl connections, RunPorts ports, AssetsSites sites) {
    this.connections = connections;
    this.sources = ports.sources();
    this.sites = sites;
  }

  /**
   * About how many objects a first import would make.
   *
   * @param users people
   * @param groups groups
   * @param apps applications
   * @param devices devices
   * @param others objects of other lists, by the type that they become
   * @param atLeast whether there may be more, because counting ended early
   * @param notices what could not be counted
   */
  public record Estimate(
      long users,
      long groups,
      long apps,
      long devices,
      Map<String, Long> others,
      boolean atLeast,
      List<Message> notices) {
    public Estimate {
      others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
      notices = List.copyOf(notices);
    }

    /** All together. */
    public long objects() {
      return users
          + groups
          + apps
          + devices
          + others.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Tries each right. */
  public AssetsCheck check(Connection connection) {
    return sites.site(connection, stop).check(connection.settings().assets().schemaId());
  }

  /** The address of the Jira that Assets belongs to, as people's browsers reach it. */
  public String address(Connection connection) {
    return sites.address(connection);
  }

  /** Schemas whose name or key holds a text, upper or lower case alike, by name. */
  public List<SchemaHead> schemas(Connection connection, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return sites.site(connection, stop).schemas().stream()
        .filter(
            schema ->
                schema.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || schema.key().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /**
   * Makes a schema.
   *
   * @throws SettingsRejectedException when Assets could not take its name or key
   */
  public SchemaHead create(Connection connection, String name, String key, String description) {
    List<FieldProblem> problems = new ArrayList<>();
    if (name.isBlank() || AssetsNames.refuses(name)) {
      problems.add(FieldProblem.of("name", "assets-schema-name", AssetsNames.REFUSED));
    }
    if (!key.matches("[A-Z]{2,10}")) {
      problems.add(FieldProblem.of("key", "assets-schema-key"));
    }
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    return sites.site(connection, stop).createSchema(name.strip(), key, description);
  }

  /** Who has the roles of the chosen schema; empty when this Assets does not offer to tell. */
  public Optional<List<SchemaRole>> roles(Connection connection) {
    return sites.site(connection, stop).roles(schemaId(connection));
  }

  /**
   * A role without the groups that have it by default, because people's data is personal. Who
   * manages the schema goes on to.
   */
  public static SchemaRole restricted(SchemaRole role) {
    return isManagers(role) ? role : role.with(role.users(), List.of());
  }

  private static boolean isManagers(SchemaRole role) {
    return role.name().toLowerCase(Locale.ROOT).contains("manager");
  }

  /**
   * Gives roles of the chosen schema to these.
   *
   * @param wanted roles by id; those that are not named stay
   * @throws SettingsRejectedException when nobody would manage the schema any more
   * @throws RunRefusedException when this Assets does not offer it, or has no such role
   */
  public void setRoles(Connection connection, List<SchemaRole> wanted) {
    List<SchemaRole> present =
        roles(connection)
            .orElseThrow(() -> new RunRefusedException(Message.of("assets-roles-by-hand"), 0));
    List<SchemaRole> changed = new ArrayList<>();
    for (SchemaRole one : wanted) {
      SchemaRole role =
          present.stream()
              .filter(each -> each.id().equals(one.id()))
              .findFirst()
              .orElseThrow(
                  () -> new RunRefusedException(Message.of("assets-role-unknown", one.id()), 0));
      if (isManagers(role) && one.users().isEmpty() && one.groups().isEmpty()) {
        throw new SettingsRejectedException(
            List.of(FieldProblem.of("roles", "assets-roles-nobody", role.name())));
      }
      changed.add(role.with(one.users(), one.groups()));
    }
    changed.stream()
        .filter(role -> !present.contains(role))
        .forEach(role -> sites.site(connection, stop).setRole(role));
  }

  /** Counts what there is, by few calls. */
  public Estimate estimate(Connection connection) {
    SourceSize people = connections.size(connection.id());
    try (IdentitySource source = sources.open(connection)) {
      ObjectLists lists = ObjectLists.of(connection.settings().assets());
      return new ImportSize(source.lists(), lists, stop).of(people);
    }
  }

  private static String schemaId(Connection connection) {
    String id = connection.settings().assets().schemaId();
    if (id.isEmpty()) {
      throw new RunRefusedException(Message.of("assets-schema-missing"), 0);
    }
    return id;
  }
}
