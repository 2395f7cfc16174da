package org.oktasync.ao;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** Links as rows and back. */
final class LinkColumns {
  /** The columns that {@link #link} reads. */
  static final String READ =
      "ID,CONNECTION_ID,KIND,SOURCE_ID,DIRECTORY_ID,NAME,USER_KEY,ORIGIN,KEEP_UNOWNED,"
          + "NAMED_BY_ADMIN,DEACTIVATED_AT,LEAVING_SINCE";

  /** The columns of a new row. */
  Map<String, Object> columns(Link link) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("CONNECTION_ID", link.connectionId());
    columns.put("KIND", link.kind().label());
    columns.put("SOURCE_ID", link.externalId().value());
    columns.put("DIRECTORY_ID", link.directoryId());
    columns.put("NAME", link.name());
    columns.put("NAME_KEY", SearchKey.of(link.name()));
    columns.put("USER_KEY", link.userKey());
    columns.put("ORIGIN", link.origin().name());
    columns.put("KEEP_UNOWNED", link.keepUnownedMembers());
    columns.put("NAMED_BY_ADMIN", link.namedByAdministrator());
    columns.put("DEACTIVATED_AT", StoredText.millis(link.deactivatedAt()));
    columns.put("LEAVING_SINCE", StoredText.millis(link.leavingSince()));
    return columns;
  }

  /** Makes a row hold a link of the same connection, kind and source id. */
  void write(AoLink row, Link link) {
    row.setDirectoryId(link.directoryId());
    row.setName(link.name());
    row.setNameKey(SearchKey.of(link.name()));
    row.setUserKey(link.userKey());
    row.setOrigin(link.origin().name());
    row.setKeepUnowned(link.keepUnownedMembers());
    row.setNamedByAdmin(link.namedByAdministrator());
    row.setDeactivatedAt(StoredText.millis(link.deactivatedAt()));
    row.setLeavingSince(StoredText.millis(link.leavingSince()));
  }

  /** Whether a row holds this link already. */
  boolean same(AoLink row, Link link) {
    return columns(link(row)).equals(columns(link));
  }

  /** The link of a row. */
  Link link(AoLink row) {
    return new Link(
        row.getID(),
        row.getConnectionId(),
        StoredText.kind(row.getKind()),
        new ExternalId(row.getSourceId()),
        row.getDirectoryId(),
        row.getName(),
        StoredText.orEmpty(row.getUserKey()),
        Link.Origin.valueOf(row.getOrigin()),
        row.isKeepUnowned(),
        row.isNamedByAdmin(),
        StoredText.instant(row.getDeactivatedAt()),
        StoredText.instant(row.getLeavingSince()));
  }
}
