package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.oktasync.model.EntityKind;
import org.oktasync.record.PersonTexts;

/**
 * Objects of Assets that are about a person: the links of their own objects, those whose key names
 * them, and changes of other objects, such as devices, in which they are named.
 */
final class PersonObjects {
  private final ActiveObjects ao;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();
  private final JsonColumn json = new JsonColumn();

  PersonObjects(ActiveObjects ao) {
    this.ao = ao;
  }

  /** The links of the person's own objects. */
  List<AoObjectLink> links(long connectionId, String sourceId) {
    String own = "SOURCE_ID = ? AND CONNECTION_ID = ?";
    return Stream.of(ao.find(AoObjectLink.class, own, sourceId, connectionId))
        .filter(row -> row.getSourceId().equals(sourceId))
        .toList();
  }

  /** Adds the keys of the person's own objects to what names them. */
  void addTexts(long connectionId, String sourceId, Set<String> texts) {
    links(connectionId, sourceId).forEach(row -> texts.add(row.getKeyValue()));
  }

  /** Deletes the links of objects that are about the person; the objects stay. */
  long forgetLinks(long connectionId, PersonTexts person) {
    Map<Long, AoObjectLink> rows = new TreeMap<>();
    links(connectionId, person.sourceId()).forEach(row -> rows.put(row.getID(), row));
    for (String text : person.texts()) {
      if (!text.isBlank()) {
        String named = "VALUE_KEY = ? AND CONNECTION_ID = ?";
        Stream.of(ao.find(AoObjectLink.class, named, SearchKey.of(text), connectionId))
            .filter(row -> row.getKeyValue().equalsIgnoreCase(text))
            .forEach(row -> rows.put(row.getID(), row));
      }
    }
    ao.delete(rows.values().toArray(AoObjectLink[]::new));
    return rows.size();
  }

  /**
   * Takes the person out of the changes of other objects in a plan.
   *
   * @return how many changes named them
   */
  long forgetInPlan(long planId, PersonTexts person) {
    List<Long> named = new ArrayList<>();
    Conditions objects =
        new Conditions().and("PLAN_ID = ?", planId).and("KIND = ?", EntityKind.OBJECT.label());
    ao.stream(
        AoPlannedChange.class,
        objects.query("ID,SUBJECT,KEY_VALUE,BEFORE_VALUES,AFTER_VALUES"),
        row -> {
          if (names(row, person)) {
            named.add(row.getID());
          }
        });
    for (List<Long> batch : Batch.of(named)) {
      ao.executeInTransaction(
          () -> {
            Object[] ids = batch.toArray();
            for (AoPlannedChange row :
                ao.find(AoPlannedChange.class, Batch.in("ID", ids.length), ids)) {
              forget(row, person);
            }
            return null;
          });
    }
    return named.size();
  }

  private boolean names(AoPlannedChange row, PersonTexts person) {
    return Stream.concat(
            Stream.of(StoredText.orEmpty(row.getSubject()), StoredText.orEmpty(row.getKeyValue())),
            Stream.concat(
                columns.values(row.getBeforeValues()).values().stream(),
                columns.values(row.getAfterValues()).values().stream()))
        .anyMatch(text -> mayName(text, person) && person.namedIn(text));
  }

  /** A search for words is dear; most texts hold none of the person's. */
  private static boolean mayName(String text, PersonTexts person) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(person.sourceId().toLowerCase(Locale.ROOT))
        || person.texts().stream().anyMatch(one -> lower.contains(one.toLowerCase(Locale.ROOT)));
  }

  private void forget(AoPlannedChange row, PersonTexts person) {
    change(row.getSubject(), person, row::setSubject);
    row.setSubjectKey(SearchKey.of(StoredText.orEmpty(row.getSubject())));
    change(row.getKeyValue(), person, row::setKeyValue);
    row.setBeforeValues(json.withTexts(row.getBeforeValues(), person::without));
    row.setAfterValues(json.withTexts(row.getAfterValues(), person::without));
    row.save();
  }

  private static void change(String text, PersonTexts person, Consumer<String> setter) {
    String left = text == null ? null : person.without(text);
    if (!Objects.equals(left, text)) {
      setter.accept(left);
    }
  }

  /** Takes the person out of what became of changes of objects in a run. */
  void forgetInResults(long runId, PersonTexts person) {
    String objects = "RUN_ID = ? AND KIND = ?";
    for (AoChangeResult row :
        ao.find(AoChangeResult.class, objects, runId, EntityKind.OBJECT.label())) {
      String message = StoredText.orEmpty(row.getMessage());
      String left = json.withTexts(message, person::without);
      if (!left.equals(message)) {
        row.setMessage(left);
        row.save();
      }
    }
  }
}
