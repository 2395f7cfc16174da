package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The row of a {@link org.oktasync.record.Finding}. */
@Table("FINDING")
public interface AoFinding extends AoRow {
  /** The connection whose runs leave it alone. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** Label of the kind of thing. */
  @StringLength(16)
  String getKind();

  void setKind(String label);

  /** The object in the source. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);

  /** How a person knows it. */
  @StringLength(StringLength.UNLIMITED)
  String getSubject();

  void setSubject(String subject);

  /** The {@link SearchKey} of the subject, by which findings are sorted, too. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String folded);

  /** Code of the reason. */
  @StringLength(255)
  String getReason();

  void setReason(String code);

  /** The value to fill into the reason's text; null or empty when there is none. */
  @StringLength(StringLength.UNLIMITED)
  String getDetail();

  void setDetail(String detail);
}
