package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.aql.AqlParser;
import org.oktasync.devkit.host.assets.aql.Query;

/** The calls that search. */
final class SearchCalls {
  private static final int SIZE = 25;

  private final Parts parts;

  SearchCalls(Parts parts, Router router) {
    this.parts = parts;
    router
        .on("GET", "/aql/objects", call -> byQuery(call, "qlQuery"))
        .on("GET", "/iql/objects", call -> byQuery(call, "iql"))
        .on("POST", "/object/navlist/aql", call -> navigate(call, "qlQuery"))
        .on("POST", "/object/navlist/iql", call -> navigate(call, "iql"));
  }

  /**
   * A page of what a query finds.
   *
   * @param number counted from 1
   */
  record Page(String text, List<StoredObject> objects, int total, int number, int size) {}

  /** Finds a page of objects that the caller may see. */
  Page find(Catalog catalog, Caller caller, String text, int number, int size) {
    Query query = AqlParser.parse(text);
    List<Integer> schemas = caller.schemas(catalog).stream().map(Schema::id).toList();
    Search search = new Search(catalog, schemas, parts.accounts(), caller.name());
    Sql where = search.where(query);
    long start = (number - 1L) * size;
    return new Page(
        text,
        parts.objects().find(where, search.order(query), start, size),
        parts.objects().count(where),
        number,
        size);
  }

  private Object byQuery(Call call, String parameter) {
    Page page =
        find(
            call.catalog(),
            call.caller(),
            call.query(parameter, ""),
            positive("page", call.query("page", 1)),
            positive("resultPerPage", call.query("resultPerPage", SIZE)));
    boolean attributes = call.query("includeAttributes", true);
    boolean definitions = call.query("includeTypeAttributes", false);
    return json(call, page, attributes, definitions, call.query("includeExtendedInfo", false));
  }

  private Object navigate(Call call, String field) throws IOException {
    Body body =
        call.body()
            .only(
                "page",
                "asc",
                "objectTypeId",
                "objectId",
                "objectSchemaId",
                "qlQuery",
                "iql",
                "resultsPerPage",
                "orderByTypeAttrId",
                "includeAttributes",
                "attributesToDisplay",
                "includeAttributesDeep",
                "includeTypeAttributes");
    Page page =
        find(
            call.catalog(),
            call.caller(),
            text(call, body, body.text(field, "")),
            positive("page", body.number("page", 1)),
            positive("resultsPerPage", body.number("resultsPerPage", SIZE)));
    return json(call, page, body.flag("includeAttributes", false), false, false);
  }

  private static String text(Call call, Body body, String query) {
    Integer type = body.number("objectTypeId", null);
    Integer schema = body.number("objectSchemaId", null);
    StringBuilder text = new StringBuilder();
    if (type != null) {
      call.entry(ObjectType.class, type);
      text.append("objectTypeId = ").append(type);
    }
    if (schema != null) {
      call.entry(Schema.class, schema);
      text.append(text.isEmpty() ? "" : " AND ").append("objectSchemaId = ").append(schema);
    }
    Query asked = AqlParser.parse(query);
    boolean both = !text.isEmpty() && !(asked.where() instanceof Query.Everything);
    String where = both ? text + " AND (" + asked.where().aql() + ")" : text + asked.where().aql();
    return where + order(call, body, new Query(new Query.Everything(), asked.order()).aql());
  }

  private static String order(Call call, Body body, String asked) {
    Integer attribute = body.number("orderByTypeAttrId", null);
    if (attribute == null) {
      return " " + asked;
    }
    String name = call.entry(Attribute.class, attribute).name();
    String direction = body.number("asc", 1) == 1 ? " ASC" : " DESC";
    return " ORDER BY " + Query.quote(name) + direction;
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw Refusal.bad(name + " begins at 1");
    }
    return value;
  }

  /** As Assets says it: {@code pageSize} is the number of pages. */
  private Fields json(
      Call call, Page page, boolean attributes, boolean definitions, boolean extended) {
    List<StoredObject> objects = page.objects();
    long first = (page.number() - 1L) * page.size();
    AssetsJson json = parts.json(call);
    return new Fields()
        .and("objectEntries", parts.views(call, objects).json(attributes, definitions, extended))
        .and("objectTypeAttributes", definitions ? definitions(call, json, objects) : List.of())
        .and("objectTypeId", objects.isEmpty() ? -1 : objects.get(0).typeId())
        .and("objectTypeIsInherited", false)
        .and("abstractObjectType", false)
        .and("totalFilterCount", page.total())
        .and("startIndex", objects.isEmpty() ? 0 : first + 1)
        .and("toIndex", objects.isEmpty() ? 0 : first + objects.size())
        .and("pageObjectSize", page.size())
        .and("pageNumber", page.number())
        .and("orderWay", "asc")
        .and("filters", List.of())
        .and("qlQuery", page.text())
        .and("qlQuerySearchResult", true)
        .and("conversionPossible", false)
        .and("matchedFilterValues", List.of())
        .and("inheritanceTree", Map.of())
        .and("orderAscending", true)
        .and("iql", page.text())
        .and("iqlSearchResult", true)
        .and("pageSize", (page.total() + (long) page.size() - 1) / page.size());
  }

  private static List<Fields> definitions(Call call, AssetsJson json, List<StoredObject> objects) {
    return objects.stream()
        .map(StoredObject::typeId)
        .distinct()
        .flatMap(type -> call.catalog().attributes(type).stream())
        .distinct()
        .map(json::attribute)
        .toList();
  }
}
