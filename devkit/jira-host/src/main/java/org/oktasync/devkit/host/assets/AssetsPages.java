package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.ObjectStore.Event;
import org.oktasync.devkit.host.assets.SearchCalls.Page;
import org.oktasync.devkit.host.assets.aql.AqlException;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.MemberPage;
import org.oktasync.devkit.host.web.PageWriter;

/** The pages of Assets: schemas, the objects of one, and one object with all that is known. */
public final class AssetsPages {
  /** The list of schemas, under Jira's address. */
  public static final String SCHEMAS = "/secure/ObjectSchemas.jspa";

  /** One object; its key follows. */
  static final String OBJECTS = "/secure/insight/assets/";

  private static final String SCHEMA = "/secure/ObjectSchema.jspa";
  private static final int SIZE = 50;

  private final Parts parts;
  private final SearchCalls search;
  private final AssetsFaults faults;

  private AssetsPages(Parts parts, SearchCalls search, AssetsFaults faults) {
    this.parts = parts;
    this.search = search;
    this.faults = faults;
  }

  static List<MemberPage> all(Parts parts, SearchCalls search, AssetsFaults faults) {
    AssetsPages pages = new AssetsPages(parts, search, faults);
    return List.of(
        pages.page(SCHEMAS, pages::schemas),
        pages.page(SCHEMA, pages::objects),
        pages.page(OBJECTS, pages::object));
  }

  /** One request for a page. */
  private record View(
      HttpServletRequest request, PageWriter page, Catalog catalog, Caller caller, Markup body) {
    String parameter(String name) {
      String value = request.getParameter(name);
      return value == null ? "" : value;
    }

    int number(String name) {
      return parameter(name).matches("\\d{1,9}") ? Integer.parseInt(parameter(name)) : 0;
    }

    String address(String path) {
      return page.contextPath() + path;
    }
  }

  private interface Content {
    /** Writes the body and tells the title; empty where there is nothing to see. */
    Optional<String> write(View view);
  }

  private MemberPage page(String path, Content content) {
    return new MemberPage() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
          throws IOException {
        Caller caller = Caller.of(parts.accounts(), request.getRemoteUser());
        View view = new View(request, page, parts.catalogs().current(), caller, new Markup());
        Optional<String> title = faults.isEnabled() ? content.write(view) : Optional.empty();
        if (title.isPresent()) {
          page.render(title.get(), view.body().toString());
        } else {
          response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
      }
    };
  }

  private Optional<String> schemas(View view) {
    Map<Integer, Integer> counts = parts.objects().counts(false);
    view.body().startTable("Key", "Name", "Description", "Object types", "Objects");
    for (Schema schema : view.caller().schemas(view.catalog())) {
      List<ObjectType> types = view.catalog().types(schema.id());
      int objects = types.stream().mapToInt(type -> counts.getOrDefault(type.id(), 0)).sum();
      view.body()
          .add("<tr><td>%s</td><td>", schema.key())
          .link(view.address(SCHEMA) + "?id=" + schema.id(), schema.name())
          .add(
              "</td><td>%s</td><td>%s</td><td>%s</td></tr>",
              schema.description(), types.size(), objects);
    }
    view.body().endTable();
    return Optional.of("Object schemas");
  }

  private Optional<String> objects(View view) {
    Optional<Schema> schema = view.catalog().find(Schema.class, view.number("id"));
    if (schema.isEmpty() || !view.caller().may(view.catalog(), schema.get().id(), Level.USER)) {
      return Optional.empty();
    }
    String address = view.address(SCHEMA) + "?id=" + schema.get().id();
    types(view, schema.get(), address);
    int type = view.number("typeId");
    String query = view.parameter("q");
    String chosen = address + (type == 0 ? "" : "&typeId=" + type);
    view.body()
        .add("<form class=\"aui\" action=\"%s\" method=\"get\">", view.address(SCHEMA))
        .add("<input type=\"hidden\" name=\"id\" value=\"%s\">", schema.get().id())
        .add("<input type=\"hidden\" name=\"typeId\" value=\"%s\">", type)
        .field("q", "AQL", query)
        .raw("<button class=\"aui-button\">Search</button></form>");
    try {
      table(view, schema.get().id(), type, query, chosen);
    } catch (AqlException e) {
      view.body()
          .add("<div class=\"aui-message aui-message-error\"><p>%s</p></div>", e.getMessage());
    }
    return Optional.of(schema.get().name());
  }

  private void types(View view, Schema schema, String address) {
    Map<Integer, Integer> counts = parts.objects().counts(false);
    view.body().startTable("Object type", "Objects");
    for (ObjectType type : view.catalog().types(schema.id())) {
      view.body()
          .raw("<tr><td>")
          .link(address + "&typeId=" + type.id(), type.name())
          .add("</td><td>%s</td></tr>", counts.getOrDefault(type.id(), 0));
    }
    view.body().endTable();
  }

  private void table(View view, int schema, int type, String query, String address) {
    int start = view.number("start");
    String here = "objectSchemaId = " + schema + (type == 0 ? "" : " AND objectTypeId = " + type);
    String text = query.isBlank() ? here : here + " AND (" + query + ")";
    Page found = search.find(view.catalog(), view.caller(), text, start / SIZE + 1, SIZE);
    view.body().startTable("Key", "Name", "Object type", "Updated");
    for (StoredObject object : found.objects()) {
      view.body()
          .raw("<tr><td>")
          .link(view.address(OBJECTS) + object.key(), object.key())
          .add(
              "</td><td>%s</td><td>%s</td><td>%s</td></tr>",
              object.label(),
              view.catalog().get(ObjectType.class, object.typeId()).name(),
              ValueRules.moment(object.updated()));
    }
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    view.body().endTable().pager(address + "&q=" + encoded + "&", start, SIZE, found.total());
  }

  private Optional<String> object(View view) {
    String key = view.request().getPathInfo().substring(OBJECTS.length());
    Optional<StoredObject> found =
        parts
            .objects()
            .find(key)
            .filter(one -> view.caller().may(view.catalog(), one.schemaId(), Level.USER));
    found.ifPresent(
        object -> {
          attributes(view, object);
          references(view, object);
          history(view, object);
        });
    return found.map(object -> object.key() + " " + object.label());
  }

  private void attributes(View view, StoredObject object) {
    Schema schema = view.catalog().get(Schema.class, object.schemaId());
    String address = view.address(SCHEMA) + "?id=" + schema.id();
    ObjectType type = view.catalog().get(ObjectType.class, object.typeId());
    view.body()
        .raw("<p>")
        .link(address, schema.name())
        .raw(" / ")
        .link(address + "&typeId=" + type.id(), type.name())
        .raw(object.archived() == null ? "</p>" : " (archived)</p>")
        .startTable("Attribute", "Values");
    AssetsJson json = new AssetsJson(view.catalog(), view.page().contextPath());
    ObjectViews views =
        new ObjectViews(view.catalog(), json, parts.objects(), parts.accounts(), List.of(object));
    views
        .values(object)
        .forEach(
            (attribute, values) -> {
              view.body().add("<tr><th scope=\"row\">%s</th><td>", attribute.name());
              values.forEach(value -> value(view, views, attribute, value));
              view.body().raw("</td></tr>");
            });
    view.body().endTable();
  }

  private static void value(View view, ObjectViews views, Attribute attribute, StoredValue value) {
    String shown = views.display(attribute, value);
    if (attribute.kind() == ValueKind.REFERENCE) {
      view.body().link(view.address(OBJECTS) + views.referenced(value).key(), shown);
    } else {
      view.body().add("%s", shown);
    }
    view.body().raw("<br>");
  }

  private void references(View view, StoredObject object) {
    view.body().raw("<h2>Referred to by</h2>").startTable("Object type", "Attribute", "Object");
    for (Map.Entry<Integer, StoredObject> reference : parts.objects().inbound(object.id())) {
      StoredObject other = reference.getValue();
      view.body()
          .add(
              "<tr><td>%s</td><td>%s</td><td>",
              view.catalog().get(ObjectType.class, other.typeId()).name(),
              view.catalog().get(Attribute.class, reference.getKey()).name())
          .link(view.address(OBJECTS) + other.key(), other.label())
          .raw("</td></tr>");
    }
    view.body().endTable();
  }

  private void history(View view, StoredObject object) {
    view.body().raw("<h2>History</h2>").startTable("When", "Who", "What", "Before", "After");
    for (Event event : parts.objects().history(object.id())) {
      String what = List.of("created", "changed", "archived", "restored").get(event.kind());
      view.body()
          .add(
              "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>",
              ValueRules.moment(event.created()),
              event.actor(),
              event.attribute() == null ? what : event.attribute(),
              event.before(),
              event.after());
    }
    view.body().endTable();
  }
}
