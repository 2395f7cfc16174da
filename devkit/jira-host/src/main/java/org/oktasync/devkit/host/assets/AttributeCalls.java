package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.CatalogStore.Editor;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.ReferenceType;
import org.oktasync.devkit.host.data.DataException;

/** The calls for the attributes of object types. */
final class AttributeCalls {
  private final Parts parts;

  AttributeCalls(Parts parts, Router router) {
    this.parts = parts;
    router
        .on("POST", "/objecttypeattribute/{objectTypeId}", this::create)
        .on("PUT", "/objecttypeattribute/{objectTypeId}/{id}", this::update)
        .on("DELETE", "/objecttypeattribute/{id}", this::delete);
  }

  private static ObjectType type(Call call) {
    ObjectType type = call.entry("objectTypeId", ObjectType.class);
    call.require(type.schemaId(), Level.MANAGER);
    return type;
  }

  private static Body fields(Call call) throws IOException {
    return call.body()
        .only(
            "expand",
            "project",
            "position",
            "after",
            "id",
            "name",
            "label",
            "description",
            "type",
            "defaultTypeId",
            "typeValue",
            "typeValueMulti",
            "additionalValue",
            "minimumCardinality",
            "maximumCardinality",
            "removeExcessCardinality",
            "suffix",
            "hidden",
            "includeChildObjectTypes",
            "uniqueAttribute",
            "summable",
            "indexed",
            "regexValidation",
            "qlQuery",
            "iql",
            "options");
  }

  private Object create(Call call) throws IOException {
    ObjectType type = type(call);
    Body body = fields(call);
    Attribute made =
        change(
            editor -> {
              int position = editor.catalog().attributes(type.id()).size();
              Attribute blank =
                  Attribute.plain(editor.next(Attribute.class), type.id(), "", position);
              return store(editor, type, read(body, blank, editor.catalog()));
            });
    return new Reply(HttpServletResponse.SC_CREATED, parts.jsonNow(call).attribute(made));
  }

  private Attribute change(Function<Editor, Attribute> work) {
    try {
      return parts.catalogs().change(work);
    } catch (DataException e) {
      if (e.isDuplicate()) {
        throw Refusal.field("uniqueAttribute", "Two objects have the same value");
      }
      throw e;
    }
  }

  private Object update(Call call) throws IOException {
    ObjectType type = type(call);
    Body body = fields(call);
    Attribute old = call.entry("id", Attribute.class);
    if (!call.catalog().attributes(type.id()).contains(old)) {
      throw Refusal.unknown("attribute of the object type", old.id());
    }
    if (old.system()) {
      throw Refusal.bad(old.name() + " is an attribute of Assets itself");
    }
    boolean excess = body.flag("removeExcessCardinality", false);
    Attribute changed =
        change(
            editor -> {
              Attribute base =
                  parts.options().strict()
                      ? Attribute.plain(old.id(), old.typeId(), old.name(), old.position())
                      : old;
              Attribute read = read(body, base, editor.catalog());
              fitValues(old, read, excess);
              return store(editor, type, read);
            });
    return parts.jsonNow(call).attribute(changed);
  }

  private void fitValues(Attribute old, Attribute changed, boolean removeExcess) {
    int most = parts.objects().mostValues(old.id());
    if (old.kind() != changed.kind() && most > 0) {
      throw Refusal.field("type", "Objects have values of the present type");
    }
    if (changed.maximum() != Attribute.UNLIMITED && most > changed.maximum()) {
      if (!removeExcess) {
        throw Refusal.field("maximumCardinality", "An object has " + most + " values");
      }
      parts.objects().deleteValues(old.id(), changed.maximum());
    }
  }

  private Attribute store(Editor editor, ObjectType type, Attribute attribute) {
    Catalog catalog = editor.catalog();
    Set<Integer> owners =
        catalog.withDescendants(type).map(ObjectType::id).collect(Collectors.toSet());
    for (int owner : owners) {
      for (Attribute other : catalog.attributes(owner)) {
        boolean same = other.id() == attribute.id();
        if (!same && other.name().equalsIgnoreCase(attribute.name())) {
          throw Refusal.field("name", "The object type has an attribute of this name");
        }
        if (!same && other.label() && attribute.label() && owner == type.id()) {
          editor.put(other.withLabel(false));
        }
      }
    }
    if (attribute.label()) {
      parts.objects().relabel(owners, attribute.id());
    }
    parts.objects().keepUnique(attribute);
    return editor.put(attribute);
  }

  private Attribute read(Body body, Attribute old, Catalog catalog) {
    ValueKind kind = kind(body, old);
    String name = old.name().isEmpty() ? body.required("name") : body.text("name", old.name());
    boolean label = body.flag("label", old.label());
    boolean unique = body.flag("uniqueAttribute", old.unique());
    if (kind.type != 0 && (label || unique)) {
      throw Refusal.field("type", "Neither labels nor unique attributes are of this type");
    }
    Attribute read =
        new Attribute(
            old.id(),
            old.typeId(),
            name.strip(),
            body.text("description", old.description()),
            label,
            kind,
            body.text("typeValue", old.typeValue()),
            body.has("typeValueMulti") ? body.texts("typeValueMulti") : old.typeValueMulti(),
            body.text("additionalValue", old.additionalValue()),
            body.number("minimumCardinality", old.minimum()),
            body.number("maximumCardinality", old.maximum()),
            body.text("suffix", old.suffix()),
            body.flag("hidden", old.hidden()),
            body.flag("includeChildObjectTypes", old.includeChildren()),
            unique,
            body.flag("summable", old.summable()),
            body.flag("indexed", old.indexed()),
            body.text("regexValidation", old.regex()),
            body.text("qlQuery", old.qlQuery()),
            body.text("options", old.options()),
            old.position(),
            old.removable() && !label,
            false);
    check(read, catalog);
    return read;
  }

  private static ValueKind kind(Body body, Attribute old) {
    int type = old.name().isEmpty() ? body.number("type") : body.number("type", old.kind().type);
    Integer given = body.number("defaultTypeId", null);
    boolean sameType = type == old.kind().type && !old.name().isEmpty();
    int defaultType = given != null ? given : sameType ? old.kind().defaultType : -1;
    return ValueKind.of(type, defaultType)
        .orElseThrow(
            () ->
                type == 0
                    ? Refusal.field("defaultTypeId", "There is no default type " + defaultType)
                    : Refusal.field("type", "This stand-in has no attributes of type " + type));
  }

  private static void check(Attribute read, Catalog catalog) {
    boolean unlimited = read.maximum() == Attribute.UNLIMITED;
    if (read.minimum() < 0 || (!unlimited && read.maximum() < Math.max(1, read.minimum()))) {
      throw Refusal.field("maximumCardinality", "Not a number of values");
    }
    try {
      Pattern.compile(read.regex());
    } catch (PatternSyntaxException e) {
      throw Refusal.field("regexValidation", e.getMessage());
    }
    if (read.kind() == ValueKind.REFERENCE) {
      checkReference(read, catalog);
    }
  }

  /** Assets names no field when the reference type is missing. */
  private static void checkReference(Attribute read, Catalog catalog) {
    String type = String.valueOf(read.typeValue());
    List<ObjectType> types = catalog.types(catalog.typeOf(read).schemaId());
    if (types.stream().noneMatch(other -> type.equals(Integer.toString(other.id())))) {
      throw Refusal.field("typeValue", "The schema has no object type " + type);
    }
    String kind = String.valueOf(read.additionalValue());
    if (!kind.matches("\\d{1,9}")
        || catalog.find(ReferenceType.class, Integer.parseInt(kind)).isEmpty()) {
      throw Refusal.fields(Map.of());
    }
  }

  private Object delete(Call call) {
    Attribute attribute = call.entry("id", Attribute.class);
    call.require(call.catalog().typeOf(attribute).schemaId(), Level.MANAGER);
    if (attribute.system() || attribute.label() || !attribute.removable()) {
      throw Refusal.bad(attribute.name() + " cannot be removed");
    }
    parts
        .catalogs()
        .change(
            editor -> {
              parts.objects().deleteValues(attribute.id(), 0);
              editor.remove(attribute);
              return null;
            });
    return null;
  }
}
