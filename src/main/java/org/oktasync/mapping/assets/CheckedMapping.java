package org.oktasync.mapping.assets;

import java.util.List;

/**
 * All that is to be said about a mapping text before it is run.
 *
 * @param mapping what it says
 * @param errors what must be put right first, in the order of the text
 * @param warnings what is doubtful, in the order of the text
 * @param conflicts where two objects would be made of one thing
 * @param current the whole text with the names that types and attributes have in Assets by now;
 *     empty when it has them
 */
public record CheckedMapping(
    AssetsMapping mapping,
    List<MappingError> errors,
    List<MappingError> warnings,
    List<KeyConflict> conflicts,
    String current) {
  public CheckedMapping {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    conflicts = List.copyOf(conflicts);
  }
}
