package org.oktasync.plan.assets;

import org.oktasync.model.Cursor;

/** Both sides of one object type, as sorted streams; each may be opened again. */
public interface TypedObjects {
  /** What the mapping says about the type. */
  TypeRules rules();

  /** Whether all objects of the source were read; if not, none counts as missing. */
  boolean whole();

  /**
   * What the source would have Assets hold: in ascending order of the folded key, then of the
   * source id; those without a key first.
   */
  Cursor<DesiredObject> desired();

  /** What Assets holds, in ascending order of {@link CurrentObject#key}. */
  Cursor<CurrentObject> current();

  /** What is ours of it, in ascending order of {@link KnownLink#key}. */
  Cursor<KnownLink> links();
}
