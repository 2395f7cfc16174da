package org.oktasync.mapping.assets;

import java.util.Optional;

/** What the source's own schema says about the values that a mapping may use. */
@FunctionalInterface
public interface SourceFields {
  /** Knows nothing. */
  SourceFields UNKNOWN = (mapping, path) -> Optional.empty();

  /**
   * What is known about the value at a path.
   *
   * @param mapping whose list it is
   * @param path dotted, without numbers and wildcards
   */
  Optional<SourceField> field(ObjectMapping mapping, String path);

  /**
   * Whether all values of the list are known, and this is none of them.
   *
   * @param path dotted, without numbers and wildcards
   */
  default boolean lacks(ObjectMapping mapping, String path) {
    return false;
  }
}
