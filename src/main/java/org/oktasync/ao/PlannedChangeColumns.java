package org.oktasync.ao;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.plan.ChangeRow;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;

/** Planned changes as rows and back. */
final class PlannedChangeColumns {
  /** The columns that {@link #change} reads. */
  static final String READ =
      "PLACE,KIND,OPERATION_NAME,SUBJECT,OBJECT_NAME,SOURCE_ID,GROUP_ID,KEY_VALUE,"
          + "BEFORE_VALUES,AFTER_VALUES,REASON";

  private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

  private final JsonColumn json = new JsonColumn();

  /** The columns of a new row. */
  Map<String, Object> columns(long planId, PlannedChange change) {
    ChangeRow row = change.row();
    Map<String, Object> columns = new HashMap<>();
    columns.put("PLAN_ID", planId);
    columns.put("PLACE", Place.of(change.mark()));
    columns.put("KIND", row.kind().label());
    columns.put("OPERATION_NAME", row.operation().label());
    columns.put("SUBJECT", row.subject());
    columns.put("SUBJECT_KEY", SearchKey.of(row.subject()));
    columns.put("OBJECT_NAME", row.object());
    columns.put("OBJECT_KEY", SearchKey.of(row.object()));
    columns.put("SOURCE_ID", row.sourceId());
    columns.put("GROUP_ID", row.groupId());
    columns.put("KEY_VALUE", row.key());
    columns.put("BEFORE_VALUES", values(row.before()));
    columns.put("AFTER_VALUES", values(row.after()));
    columns.put("REASON", row.reason());
    return columns;
  }

  /** The change of a row. */
  PlannedChange change(AoPlannedChange row) {
    Mark place = Place.mark(row.getPlace());
    return new PlannedChange(
        place.ordinal(),
        place.phase(),
        new ChangeRow(
            StoredText.kind(row.getKind()),
            StoredText.operation(row.getOperationName()),
            StoredText.orEmpty(row.getSubject()),
            StoredText.orEmpty(row.getObjectName()),
            row.getSourceId(),
            StoredText.orEmpty(row.getGroupId()),
            StoredText.orEmpty(row.getKeyValue()),
            values(row.getBeforeValues()),
            values(row.getAfterValues()),
            StoredText.orEmpty(row.getReason())));
  }

  /** Values as they are stored; null when there are none. */
  String values(Map<String, String> values) {
    return values.isEmpty() ? null : json.write(values);
  }

  /** Values that were stored. */
  Map<String, String> values(String stored) {
    Map<String, String> values = json.read(stored, VALUES);
    return values == null ? new TreeMap<>() : values;
  }
}
