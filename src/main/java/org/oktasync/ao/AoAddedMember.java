package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * That the product itself added a person to the group of a link. Added twice without being
 * forgotten in between, a person has two rows.
 */
@Table("ADDED_MEMBER")
public interface AoAddedMember extends AoRow {
  /** Row id of the group's link. */
  @Indexed
  long getLinkId();

  void setLinkId(long id);

  /** The person in the source. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);
}
