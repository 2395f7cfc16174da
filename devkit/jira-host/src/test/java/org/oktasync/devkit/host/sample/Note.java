package org.oktasync.devkit.host.sample;

import net.java.ao.Entity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row of the sample add-on. */
@Table("NOTE")
public interface Note extends Entity {
  /** Its text. */
  @NotNull
  @StringLength(255)
  String getText();

  /** Sets its text. */
  void setText(String text);
}
