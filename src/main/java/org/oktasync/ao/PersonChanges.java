package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.record.PersonTexts;

/** The planned changes and the results that are about one person. */
final class PersonChanges {
  private static final Set<String> NAMING =
      Set.of(Attributes.NAME, Attributes.EMAIL, Attributes.DISPLAY_NAME);
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();
  private final JsonColumn json = new JsonColumn();

  PersonChanges(ActiveObjects ao) {
    this.ao = ao;
  }

  /** The changes in a plan. */
  List<AoPlannedChange> planned(long planId, String sourceId) {
    String own = "PLAN_ID = ? AND SOURCE_ID = ?";
    return own(ao.find(AoPlannedChange.class, own, planId, sourceId), sourceId);
  }

  /** The results in a run. */
  List<AoChangeResult> results(long runId, String sourceId) {
    String own = "RUN_ID = ? AND SOURCE_ID = ?";
    return own(ao.find(AoChangeResult.class, own, runId, sourceId), sourceId);
  }

  /** Ids are compared once more: some databases take upper and lower case for the same. */
  private static <T extends AoSearchedChange> List<T> own(T[] rows, String sourceId) {
    return Stream.of(rows)
        .filter(row -> row.getSourceId().equals(sourceId))
        .filter(row -> !row.getKind().equals(EntityKind.GROUP.label()))
        .toList();
  }

  /** Adds what names the person in a change. */
  void addTexts(AoPlannedChange row, Set<String> texts) {
    texts.add(StoredText.orEmpty(row.getSubject()));
    texts.add(StoredText.orEmpty(row.getKeyValue()));
    for (String values : new String[] {row.getBeforeValues(), row.getAfterValues()}) {
      columns
          .values(values)
          .forEach((name, value) -> Collections.addAll(texts, NAMING.contains(name) ? value : ""));
    }
  }

  /** Makes changes say no more whom they are about. */
  void forget(List<AoPlannedChange> rows) {
    inSteps(
        rows,
        row -> {
          row.setSubject(PersonTexts.FORGOTTEN);
          if (!StoredText.orEmpty(row.getKeyValue()).isEmpty()) {
            row.setKeyValue(PersonTexts.FORGOTTEN);
          }
          row.setBeforeValues(forgotten(row.getBeforeValues()));
          row.setAfterValues(forgotten(row.getAfterValues()));
        });
  }

  /** Values keep their names, so that the change can still be read; only yes and no stay. */
  private String forgotten(String stored) {
    Map<String, String> values = new TreeMap<>(columns.values(stored));
    values.replaceAll(
        (name, value) -> name.equals(Attributes.ACTIVE) ? value : PersonTexts.FORGOTTEN);
    return columns.values(values);
  }

  /** Makes results say no more whom they are about; of their messages the codes stay. */
  void forgetResults(List<AoChangeResult> rows) {
    inSteps(rows, row -> row.setMessage(forgottenMessage(row.getMessage())));
  }

  private String forgottenMessage(String stored) {
    Message message = json.read(stored, MESSAGE);
    return message == null
        ? null
        : json.write(
            new Message(
                message.code(),
                Collections.nCopies(message.arguments().size(), PersonTexts.FORGOTTEN)));
  }

  private <T extends AoSearchedChange> void inSteps(List<T> rows, Consumer<T> forget) {
    for (List<T> batch : Batch.of(rows)) {
      ao.executeInTransaction(
          () -> {
            batch.forEach(row -> forget(row, forget));
            return null;
          });
    }
  }

  private static <T extends AoSearchedChange> void forget(T row, Consumer<T> forget) {
    forget.accept(row);
    row.setSubjectKey(SearchKey.of(PersonTexts.FORGOTTEN));
    row.setSourceId(PersonTexts.FORGOTTEN_ID);
    row.save();
  }
}
