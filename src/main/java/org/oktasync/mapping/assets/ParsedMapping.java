package org.oktasync.mapping.assets;

import java.util.List;

/**
 * What a mapping text says.
 *
 * @param mapping all that could be understood; to be run only when there are no errors
 * @param errors what could not be understood, or must not be so, in the order of the text
 */
public record ParsedMapping(AssetsMapping mapping, List<MappingError> errors) {
  public ParsedMapping {
    errors = List.copyOf(errors);
  }

  /** Whether the mapping may be run. */
  public boolean sound() {
    return errors.isEmpty();
  }
}
