package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The {@link org.oktasync.model.assets.KnownType known types} of one schema of a connection. */
@Table("KNOWN_SCHEMA")
public interface AoKnownSchema extends AoRow {
  /** The connection. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** Which schema of which site; {@code links} in the row that says where links lead. */
  @StringLength(StringLength.MAX_LENGTH)
  String getSchemaPlace();

  void setSchemaPlace(String place);

  /** The types, or the place where links lead, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getTypes();

  void setTypes(String json);
}
