package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.assets.KeyConflict;
import org.oktasync.mapping.assets.KnownFields;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.mapping.assets.MappingError;
import org.oktasync.mapping.assets.MappingRow;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.Place;
import org.oktasync.mapping.assets.SourceField;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.run.setup.MappingControl;
import org.oktasync.run.setup.MappingPreview;

/** Mappings of Assets as JSON. */
final class MappingJson {
  /** So many errors are told at once, and so many warnings: nobody reads more. */
  private static final int MOST = 200;

  private final Texts texts;

  MappingJson(Texts texts) {
    this.texts = texts;
  }

  /**
   * What a check found.
   *
   * @param people the type of the mapping without a heading
   */
  ObjectNode checked(
      String text, List<MappingRow> rows, String people, MappingControl.Checked checked) {
    ObjectNode answer = JsonAnswer.object().put("text", text);
    putFound(answer.putArray("errors"), checked.checked().errors());
    putFound(answer.putArray("warnings"), checked.checked().warnings());
    ArrayNode conflicts = answer.putArray("conflicts");
    checked.checked().conflicts().forEach(one -> put(conflicts.addObject(), one));
    answer.put("current", JsonAnswer.orNull(checked.checked().current()));
    answer
        .putObject("counts")
        .put("errors", checked.checked().errors().size())
        .put("warnings", checked.checked().warnings().size())
        .put("conflicts", checked.checked().conflicts().size());
    ArrayNode mappings = answer.putArray("mappings");
    for (ObjectMapping mapping : checked.checked().mapping().mappings()) {
      mappings
          .addObject()
          .put("name", mapping.name())
          .put("type", mapping.name().isEmpty() ? people : mapping.name())
          .put("dataSource", mapping.dataSource());
    }
    ArrayNode table = answer.putArray("rows");
    rows.forEach(row -> put(table.addObject(), row, typeOf(row, people, checked.schema())));
    putNotices(answer, checked.notices());
    return answer;
  }

  private void putFound(ArrayNode array, List<MappingError> found) {
    found.stream()
        .limit(MOST)
        .forEach(one -> texts.put(put(array.addObject(), one.place()), one.what()));
  }

  private void put(ObjectNode json, KeyConflict conflict) {
    texts.put(put(json, conflict.place()), conflict.what());
    json.put("fix", JsonAnswer.orNull(conflict.fix()));
  }

  private static ObjectNode put(ObjectNode json, Place place) {
    return json.put("line", place.line())
        .put("column", place.column())
        .put("length", place.length());
  }

  private static void put(ObjectNode json, MappingRow row, String type) {
    json.put("line", row.line())
        .put("mapping", row.mapping())
        .put("kind", MappingEdit.nameOf(row.kind()))
        .put("source", row.source())
        .put("attribute", row.attribute())
        .put("condition", row.condition())
        .put("type", type);
  }

  /** The kind of a row's attribute; null when nobody knows. */
  private static String typeOf(MappingRow row, String people, Optional<ObjectSchema> schema) {
    String type = row.mapping().isEmpty() ? people : row.mapping();
    return schema
        .flatMap(found -> found.type(type))
        .filter(found -> row.kind() != MappingRow.Kind.SETTING)
        .flatMap(found -> found.attribute(row.attribute()))
        .map(attribute -> attribute.type().name())
        .orElse(null);
  }

  private void putNotices(ObjectNode answer, List<Message> found) {
    ArrayNode notices = answer.putArray("notices");
    found.forEach(notice -> texts.put(notices.addObject(), notice));
  }

  /** What a mapping makes of a few objects. */
  ObjectNode preview(MappingPreview preview) {
    ObjectNode answer = JsonAnswer.object().put("mapping", preview.mapping().name());
    ArrayNode objects = answer.putArray("objects");
    for (MappingPreview.Previewed one : preview.objects()) {
      put(objects.addObject(), one.sourceId(), one.object(), preview.mapping());
    }
    putNotices(answer, preview.notices());
    return answer;
  }

  private void put(ObjectNode json, String sourceId, MappedObject object, ObjectMapping mapping) {
    json.put("sourceId", sourceId).put("key", object.key()).put("skipped", object.skipped());
    ArrayNode attributes = json.putArray("attributes");
    if (!object.skipped()) {
      putValues(attributes, mapping.key().attribute(), object.values(), false);
      mapping.attributes().stream()
          .map(rule -> rule.attribute())
          .forEach(
              name -> {
                putValues(attributes, name, object.values(), false);
                putValues(attributes, name, object.references(), true);
              });
    }
    ArrayNode problems = json.putArray("problems");
    for (MappingProblem problem : object.problems()) {
      texts.put(problems.addObject(), Message.of(problem.code(), problem.detail()));
    }
  }

  private static void putValues(
      ArrayNode attributes, String name, Map<String, List<String>> values, boolean reference) {
    if (values.containsKey(name)) {
      ObjectNode attribute = attributes.addObject().put("name", name).put("reference", reference);
      ArrayNode array = attribute.putArray("values");
      values.get(name).forEach(array::add);
    }
  }

  /**
   * The names that a text may use.
   *
   * @param people the type of the mapping without a heading
   */
  ObjectNode names(MappingControl.Names names, String people) {
    ObjectNode answer = JsonAnswer.object().put("people", people);
    ArrayNode lists = answer.putArray("lists");
    names.fields().ifPresent(fields -> putFields(lists, fields));
    ArrayNode types = answer.putArray("types");
    names
        .schema()
        .ifPresent(schema -> schema.types().forEach(type -> put(types.addObject(), type)));
    putNotices(answer, names.notices());
    return answer;
  }

  private static void putFields(ArrayNode lists, KnownFields known) {
    new TreeMap<>(known.byList())
        .forEach(
            (list, fields) -> {
              ArrayNode paths = lists.addObject().put("dataSource", list).putArray("paths");
              fields.forEach(field -> put(paths.addObject(), field));
            });
  }

  private static void put(ObjectNode json, SourceField field) {
    json.put("path", field.path())
        .put("title", field.label())
        .put("kind", field.kind().name())
        .put("several", field.several());
  }

  private static void put(ObjectNode json, ObjectType type) {
    ArrayNode attributes = json.put("name", type.name()).putArray("attributes");
    type.attributes().stream()
        .filter(ObjectAttribute::editable)
        .forEach(
            attribute ->
                attributes
                    .addObject()
                    .put("name", attribute.name())
                    .put("type", attribute.type().name())
                    .put("several", attribute.takesSeveral()));
  }
}
