package org.oktasync.run.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.CheckedMapping;
import org.oktasync.mapping.assets.KnownFields;
import org.oktasync.mapping.assets.MappingCheck;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.SchemaBinding;
import org.oktasync.mapping.assets.SourceFields;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.run.ports.Remembered;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.SourceFactory;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;

/**
 * Helps to write a mapping: checks a text, shows what it makes of real objects, and tells the names
 * that it may use. Nothing is written anywhere.
 */
public final class MappingControl {
  private static final Duration SCHEMA_FRESH = Duration.ofSeconds(30);
  private static final Duration FIELDS_FRESH = Duration.ofMinutes(10);

  private final SourceFactory sources;
  private final RunPorts ports;
  private final Remembered<ObjectSchema> schemas;
  private final Remembered<KnownFields> fields;

  /**
   * @param ports opens Okta, and knows what types are called
   * @param sites opens Assets
   */
  public MappingControl(RunPorts ports, AssetsSites sites, Clock clock) {
    this.ports = ports;
    this.sources = ports.sources();
    this.schemas = new Remembered<>(clock, SCHEMA_FRESH, one -> schemaOf(sites, one));
    this.fields = new Remembered<>(clock, FIELDS_FRESH, this::fieldsOf);
  }

  /**
   * What a check found.
   *
   * @param checked errors, warnings, conflicts
   * @param schema the schema that was compared with; empty when it could not be had
   * @param notices what could not be compared, and why
   */
  public record Checked(
      CheckedMapping checked, Optional<ObjectSchema> schema, List<Message> notices) {
    public Checked {
      notices = List.copyOf(notices);
    }
  }

  /**
   * The names that a mapping may use.
   *
   * @param fields empty when Okta cannot be asked
   * @param schema empty when Assets cannot be asked
   * @param notices why something is missing
   */
  public record Names(
      Optional<KnownFields> fields, Optional<ObjectSchema> schema, List<Message> notices) {
    public Names {
      notices = List.copyOf(notices);
    }
  }

  /** Checks a text, as far as Okta and Assets answer against what they have. Never throws. */
  public Checked check(Connection connection, String text) {
    Names names = names(connection);
    MappingCheck check = new MappingCheck(peopleType(connection));
    SourceFields known = names.fields().<SourceFields>map(all -> all).orElse(SourceFields.UNKNOWN);
    CheckedMapping checked =
        names.schema().map(schema -> check.check(text, schema, known)).orElse(check.check(text));
    return new Checked(checked, names.schema(), names.notices());
  }

  /** The names that a mapping of this connection may use, as far as both sides answer. */
  public Names names(Connection connection) {
    List<Message> notices = new ArrayList<>();
    return new Names(
        told(() -> fields.of(connection), notices),
        told(() -> schemas.of(connection), notices),
        notices);
  }

  /**
   * What one mapping of a text makes of the first objects of its list.
   *
   * @param heading of the mapping; empty for the one without
   * @throws RunRefusedException when the text has no such mapping with a key
   * @throws SourceException when the list cannot be read
   */
  public MappingPreview preview(Connection connection, String text, String heading) {
    ObjectMapping mapping =
        MappingParser.parse(text)
            .mapping()
            .named(heading)
            .filter(found -> found.key() != null)
            .orElseThrow(() -> new RunRefusedException(Message.of("no-such-mapping", heading), 0));
    List<Message> notices = new ArrayList<>();
    ObjectMapping bound = bound(connection, mapping, notices);
    try (IdentitySource source = sources.open(connection)) {
      return new PreviewReading(source, new StopSignal(), notices).of(bound);
    }
  }

  /** The mapping as it is meant for its type, if the schema can be had. */
  private ObjectMapping bound(Connection connection, ObjectMapping mapping, List<Message> notices) {
    Optional<ObjectSchema> schema = told(() -> schemas.of(connection), notices);
    String wanted = TypeNames.byHeading(peopleType(connection)).typeOf(mapping);
    Optional<ObjectType> type = schema.flatMap(found -> found.type(wanted));
    return type.isEmpty() ? mapping : new SchemaBinding(schema.get()).bind(mapping, type.get());
  }

  private static String peopleType(Connection connection) {
    return connection.settings().assets().usersType();
  }

  private static <T> Optional<T> told(Supplier<T> ask, List<Message> notices) {
    try {
      return Optional.of(ask.get());
    } catch (SourceException e) {
      notices.add(e.problem());
    } catch (TargetException e) {
      notices.add(e.problem());
    }
    return Optional.empty();
  }

  private ObjectSchema schemaOf(AssetsSites sites, Connection connection) {
    try (AssetsTarget target = sites.target(connection, new StopSignal())) {
      return ports.memory(connection).dressed(target.schema());
    }
  }

  private KnownFields fieldsOf(Connection connection) {
    try (IdentitySource source = sources.open(connection)) {
      return SourceFieldList.of(source.schemas(), new StopSignal());
    }
  }
}
