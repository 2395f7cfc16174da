package org.oktasync.devkit.host.assets;

import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.Entry.Status;
import org.oktasync.devkit.host.assets.aql.AqlException;
import org.oktasync.devkit.host.assets.aql.Operator;
import org.oktasync.devkit.host.assets.aql.Query;
import org.oktasync.devkit.host.assets.aql.Query.And;
import org.oktasync.devkit.host.assets.aql.Query.Compare;
import org.oktasync.devkit.host.assets.aql.Query.Condition;
import org.oktasync.devkit.host.assets.aql.Query.Having;
import org.oktasync.devkit.host.assets.aql.Query.Not;
import org.oktasync.devkit.host.assets.aql.Query.Or;
import org.oktasync.devkit.host.assets.aql.Query.Order;
import org.oktasync.devkit.host.assets.aql.Query.Value;
import org.oktasync.devkit.host.security.Accounts;

/**
 * Turns queries into conditions on the table of objects. Names of attributes count with their case,
 * as Atlassian's manual of Data Center says; a name that no visible type has is an error. A negated
 * comparison speaks of the objects whose type has the attribute, those without a value included.
 */
final class Search {
  private static final String WITH_VALUE =
      "o.id in (select v.object_id from assets_value v where %s)";

  private static final String ANY_VALUE =
      "exists (select 1 from assets_value v where v.object_id = o.id and %s)";
  private static final String REFERENCED =
      "select v.referenced_id from assets_value v where v.referenced_id is not null";

  /** What every object has, in lower case. */
  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "objecttype",
          "objecttypeid",
          "objectschema",
          "objectschemaid",
          "objectid",
          "key",
          "label",
          "created",
          "updated");

  private final Catalog catalog;
  private final Collection<Integer> schemas;
  private final Accounts accounts;
  private final String caller;

  /**
   * @param schemas those that the caller may see; nothing else is ever found
   * @param caller user name, for {@code currentUser()}
   */
  Search(Catalog catalog, Collection<Integer> schemas, Accounts accounts, String caller) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.accounts = accounts;
    this.caller = caller;
  }

  /**
   * The objects that fulfil a query, archived ones apart.
   *
   * @throws AqlException where it names what is not there
   */
  Sql where(Query query) {
    return among(condition(query.where()));
  }

  private Sql among(Sql condition) {
    return Sql.joined(
        "and",
        List.of(
            ObjectStore.in("o.schema_id", schemas), new Sql("o.archived_at is null"), condition));
  }

  /** The order of a query; by number where it says nothing. */
  Sql order(Query query) {
    List<Object> values = new ArrayList<>();
    StringBuilder join = new StringBuilder();
    StringBuilder order = new StringBuilder();
    for (Order by : query.order()) {
      String direction = (by.ascending() ? " asc" : " desc") + " nulls last, ";
      String column = column(by.attribute());
      if (column == null) {
        String table = "s" + values.size();
        Sql attribute = ObjectStore.in(table + ".attribute_id", ids(named(by.attribute(), 1)));
        join.append(" left join assets_value ").append(table);
        join.append(" on %s.object_id = o.id and %s.ordinal = 0 and ".formatted(table, table));
        join.append(attribute.text());
        values.addAll(attribute.values());
        order.append(table).append(".number_value").append(direction);
        column = table + ".search";
      }
      order.append(column).append(direction);
    }
    return new Sql(order.append("o.id").toString(), join.toString(), values);
  }

  private static String column(String attribute) {
    return switch (attribute.toLowerCase(Locale.ROOT)) {
      case "key", "objectid" -> "o.id";
      case "label" -> "o.label_search";
      case "created" -> "o.created_at";
      case "updated" -> "o.updated_at";
      default -> null;
    };
  }

  private Sql condition(Condition condition) {
    if (condition instanceof And and) {
      return Sql.joined("and", List.of(condition(and.left()), condition(and.right())));
    }
    if (condition instanceof Or or) {
      return Sql.joined("or", List.of(condition(or.left()), condition(or.right())));
    }
    if (condition instanceof Not not) {
      return condition(not.inner()).in("not (%s)");
    }
    if (condition instanceof Having having) {
      return having(having);
    }
    return condition instanceof Compare compare ? compare(compare) : new Sql("1 = 1");
  }

  private Sql having(Having having) {
    Sql others = objects(condition(having.other()));
    return having.inbound()
        ? others.in("o.id in (" + REFERENCED + " and v.object_id in (%s))")
        : others.in("v.referenced_id in (%s)").in(WITH_VALUE);
  }

  private Sql objects(Sql condition) {
    return among(condition).in("select o.id from assets_object o where %s");
  }

  private Sql compare(Compare compare) {
    if (compare.path().size() > 1) {
      return behindReference(compare);
    }
    String name = compare.path().get(0).toLowerCase(Locale.ROOT);
    if (ALWAYS_THERE.contains(name) && compare.values().isEmpty()) {
      return new Sql(compare.operator() == Operator.IS_EMPTY ? "1 = 0" : "1 = 1");
    }
    if (name.equals("objecttype")) {
      return ObjectStore.in("o.type_id", types(compare));
    }
    Comparison asked = plain(compare);
    return switch (name) {
      case "objecttypeid" -> asked.numbers("o.type_id", ValueKind.INTEGER);
      case "objectschema" ->
          ObjectStore.in("o.schema_id", matching(Schema.class, Schema::name, asked));
      case "objectschemaid" -> asked.numbers("o.schema_id", ValueKind.INTEGER);
      case "objectid" -> asked.numbers("o.id", ValueKind.INTEGER);
      case "key" -> asked.upper().texts("o.object_key", "o.object_key");
      case "label" -> asked.folded().texts("o.label_search", "o.label_search");
      case "created" -> asked.numbers("o.created_at", ValueKind.DATE_TIME);
      case "updated" -> asked.numbers("o.updated_at", ValueKind.DATE_TIME);
      default -> attribute(asked);
    };
  }

  /** The comparison without its functions. */
  private Comparison plain(Compare compare) {
    List<String> values = new ArrayList<>();
    for (Value value : compare.values()) {
      if (value.function() != null && !value.function().equalsIgnoreCase("currentUser")) {
        throw new AqlException(compare.position(), "No such function here: " + value.function());
      }
      String text = value.function() == null ? value.arguments().get(0) : caller;
      if (text.indexOf(0) >= 0) {
        throw new AqlException(compare.position(), "No value has the character 0");
      }
      values.add(text);
    }
    return new Comparison(compare.path().get(0), compare.operator(), values, compare.position());
  }

  private Sql behindReference(Compare compare) {
    List<Attribute> references =
        named(compare.path().get(0), compare.position()).stream()
            .filter(attribute -> attribute.kind() == ValueKind.REFERENCE)
            .toList();
    if (references.isEmpty()) {
      throw new AqlException(
          compare.position(), compare.path().get(0) + " does not refer to objects");
    }
    Compare rest =
        new Compare(
            compare.path().subList(1, compare.path().size()),
            compare.operator(),
            compare.values(),
            compare.position());
    return values(references, objects(compare(rest)).in("v.referenced_id in (%s)"));
  }

  private List<Attribute> named(String name, int position) {
    List<Attribute> found =
        catalog.all(Attribute.class).stream()
            .filter(attribute -> attribute.name().equals(name) && !attribute.system())
            .filter(attribute -> schemas.contains(catalog.typeOf(attribute).schemaId()))
            .toList();
    if (found.isEmpty()) {
      throw new AqlException(position, "No object type has an attribute " + name);
    }
    return found;
  }

  private static List<Integer> ids(Collection<? extends Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }

  /** Objects that have a value in one of the attributes that fulfils a condition. */
  private static Sql values(Collection<Attribute> attributes, Sql value) {
    return Sql.joined("and", List.of(ObjectStore.in("v.attribute_id", ids(attributes)), value))
        .in(WITH_VALUE);
  }

  private Sql attribute(Comparison asked) {
    List<Attribute> attributes = named(asked.attribute(), asked.position());
    if (asked.values().isEmpty()) {
      Sql any = ObjectStore.in("v.attribute_id", ids(attributes)).in(ANY_VALUE);
      return asked.isNegated() ? without(attributes, any) : any;
    }
    Sql fulfilled =
        Sql.joined(
            "or",
            Stream.of(ValueKind.values())
                .map(kind -> attributes.stream().filter(a -> a.kind() == kind).toList())
                .filter(some -> !some.isEmpty())
                .map(some -> values(some, value(some.get(0).kind(), asked.positive())))
                .toList());
    return asked.isNegated() ? without(attributes, fulfilled) : fulfilled;
  }

  /** The objects that have one of the attributes, but do not fulfil what is asked of it. */
  private Sql without(List<Attribute> attributes, Sql fulfilled) {
    Sql owners = ObjectStore.in("o.type_id", typesWith(attributes));
    return Sql.joined("and", List.of(owners, fulfilled.in("not (%s)")));
  }

  private List<Integer> typesWith(List<Attribute> attributes) {
    return catalog.all(ObjectType.class).stream()
        .map(ObjectType::id)
        .filter(type -> catalog.attributes(type).stream().anyMatch(attributes::contains))
        .toList();
  }

  private Sql value(ValueKind kind, Comparison asked) {
    if (kind.isNumeric()) {
      return asked.numbers("v.number_value", kind);
    }
    return switch (kind) {
      case REFERENCE -> reference(asked);
      case USER -> user(asked);
      case STATUS ->
          keys(matching(Status.class, Status::name, asked).stream().map(String::valueOf).toList());
      default -> asked.folded().texts("v.search", "coalesce(v.folded, v.search)");
    };
  }

  /** By label or by key. */
  private Sql reference(Comparison asked) {
    Sql key = asked.upper().texts("o.object_key", "o.object_key");
    Sql label = asked.folded().texts("o.label_search", "o.label_search");
    return objects(Sql.joined("or", List.of(key, label))).in("v.referenced_id in (%s)");
  }

  /** By name or by key. */
  private Sql user(Comparison asked) {
    Sql name = asked.folded().texts("v.search", "v.search");
    if (asked.operator() != Operator.EQUALS && asked.operator() != Operator.IN) {
      return name;
    }
    List<String> keys = new ArrayList<>(asked.values());
    asked.values().stream()
        .map(accounts::byName)
        .filter(Objects::nonNull)
        .map(ApplicationUser::getKey)
        .forEach(keys::add);
    return Sql.joined("or", List.of(name, keys(keys)));
  }

  private static Sql keys(List<String> values) {
    List<Sql> each = values.stream().map(value -> new Sql("v.text_value = ?", value)).toList();
    return each.isEmpty() ? new Sql("1 = 0") : Sql.joined("or", each);
  }

  private Set<Integer> types(Compare compare) {
    if (compare.values().stream().allMatch(value -> value.function() == null)) {
      return matching(ObjectType.class, ObjectType::name, plain(compare));
    }
    Set<Integer> found = new TreeSet<>();
    for (Value value : compare.values()) {
      if (!"objectTypeAndChildren".equalsIgnoreCase(value.function())
          || value.arguments().size() != 1) {
        throw new AqlException(compare.position(), "No such function here: " + value.function());
      }
      String wanted = value.arguments().get(0);
      catalog.all(ObjectType.class).stream()
          .filter(type -> type.name().equalsIgnoreCase(wanted) || wanted.equals("" + type.id()))
          .flatMap(catalog::withDescendants)
          .forEach(type -> found.add(type.id()));
    }
    return found;
  }

  /** The entries whose name fulfils a comparison. */
  private <T extends Entry> Set<Integer> matching(
      Class<T> kind, Function<T, String> name, Comparison asked) {
    Set<Integer> found = new TreeSet<>();
    catalog.all(kind).stream()
        .filter(entry -> asked.test(name.apply(entry)))
        .forEach(entry -> found.add(entry.id()));
    return found;
  }
}
