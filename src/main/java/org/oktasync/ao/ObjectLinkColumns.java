package org.oktasync.ao;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;

/** Links of objects as rows and back. */
final class ObjectLinkColumns {
  /** The columns that {@link #link} reads. */
  static final String READ =
      "ID,CONNECTION_ID,TYPE_NAME,KEY_VALUE,SOURCE_ID,OBJECT_ID,ORIGIN,MISSING_SINCE,MISSING_RUNS,"
          + "RETIRED,STATUS_BEFORE";

  /** The columns of a new row. */
  Map<String, Object> columns(ObjectLink link) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("CONNECTION_ID", link.connectionId());
    columns.put("TYPE_NAME", link.identity().type());
    columns.put("TYPE_KEY", SearchKey.of(link.identity().type()));
    columns.put("KEY_VALUE", StoredText.storable(link.identity().key()));
    columns.put("VALUE_KEY", SearchKey.of(link.identity().key()));
    columns.put("SOURCE_ID", link.sourceId().value());
    columns.put("OBJECT_ID", link.objectId());
    columns.put("ORIGIN", link.origin().name());
    columns.put("MISSING_SINCE", StoredText.millis(link.missingSince()));
    columns.put("MISSING_RUNS", link.missingRuns());
    columns.put("RETIRED", link.retired().name());
    columns.put("STATUS_BEFORE", link.statusBefore());
    return columns;
  }

  /** Makes a row of the same connection hold a link. */
  void write(AoObjectLink row, ObjectLink link) {
    row.setTypeName(link.identity().type());
    row.setTypeKey(SearchKey.of(link.identity().type()));
    row.setKeyValue(StoredText.storable(link.identity().key()));
    row.setValueKey(SearchKey.of(link.identity().key()));
    row.setSourceId(link.sourceId().value());
    row.setObjectId(link.objectId());
    row.setOrigin(link.origin().name());
    row.setMissingSince(StoredText.millis(link.missingSince()));
    row.setMissingRuns(link.missingRuns());
    row.setRetired(link.retired().name());
    row.setStatusBefore(link.statusBefore());
  }

  /** The link of a row. */
  ObjectLink link(AoObjectLink row) {
    return new ObjectLink(
        row.getID(),
        row.getConnectionId(),
        new ObjectIdentity(row.getTypeName(), row.getKeyValue()),
        new ExternalId(row.getSourceId()),
        row.getObjectId(),
        ObjectLink.Origin.valueOf(row.getOrigin()),
        StoredText.instant(row.getMissingSince()),
        row.getMissingRuns(),
        ObjectLink.Retired.valueOf(row.getRetired()),
        StoredText.orEmpty(row.getStatusBefore()));
  }
}
