package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.oktasync.model.Message;

/** Collects what is found while a text is read. */
final class Findings {
  private static final Comparator<MappingError> BY_PLACE =
      Comparator.comparingInt(MappingError::line).thenComparingInt(MappingError::column);

  private final List<MappingError> errors = new ArrayList<>();
  private final List<MappingError> warnings = new ArrayList<>();

  void error(Place place, String code, Object... arguments) {
    errors.add(new MappingError(place, Message.of(code, arguments)));
  }

  /**
   * An error about a name that nobody knows. When a known one is written alike, the code gets the
   * end {@code -suggested} and the known name as a last value.
   */
  void unknown(Place place, String code, Collection<String> known, String name, Object... more) {
    error(place, Suggestion.message(code, known, name, more));
  }

  void error(Place place, Message what) {
    errors.add(new MappingError(place, what));
  }

  void error(MappingError error) {
    errors.add(error);
  }

  void warning(MappingError warning) {
    warnings.add(warning);
  }

  void warning(Place place, String code, Object... arguments) {
    warnings.add(new MappingError(place, Message.of(code, arguments)));
  }

  /** What must be put right, in the order of the text. */
  List<MappingError> errors() {
    return errors.stream().sorted(BY_PLACE).toList();
  }

  /** What is doubtful, in the order of the text. */
  List<MappingError> warnings() {
    return warnings.stream().sorted(BY_PLACE).toList();
  }
}
