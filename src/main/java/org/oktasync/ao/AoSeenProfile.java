package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The {@link org.oktasync.model.assets.SeenProfiles attributes of profiles} that were seen. */
@Table("SEEN_PROFILE")
public interface AoSeenProfile extends AoRow {
  /** The connection. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** What was seen, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getSeen();

  void setSeen(String json);
}
