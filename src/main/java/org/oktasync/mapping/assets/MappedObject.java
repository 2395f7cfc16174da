package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Map;
import org.oktasync.mapping.MappingProblem;

/**
 * What a source object should be in Assets. Attributes without a value are absent.
 *
 * @param key the value of the key attribute; empty when there is none and the object is to be
 *     skipped, for the reason among the problems
 * @param values texts by the name of the attribute, as the mapping writes it, the key's among them;
 *     each text once, in the source's order
 * @param references by the name of the attribute, the values by which its {@link ReferenceRule}
 *     finds other objects; each once, in the source's order, each on one line
 * @param problems what was wrong with it
 */
public record MappedObject(
    String key,
    Map<String, List<String>> values,
    Map<String, List<String>> references,
    List<MappingProblem> problems) {
  private static final int SHORT = 40;

  public MappedObject {
    values = Map.copyOf(values);
    references = Map.copyOf(references);
    problems = List.copyOf(problems);
  }

  /**
   * One of which no object can be made.
   *
   * @param detail what it is about; shortened
   */
  public static MappedObject skipped(String code, String detail) {
    String shortened =
        detail
            .codePoints()
            .limit(SHORT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new MappedObject("", Map.of(), Map.of(), List.of(new MappingProblem(code, shortened)));
  }

  /** The same under its key in another spelling. */
  public MappedObject withKey(String other) {
    return new MappedObject(other, values, references, problems);
  }

  /** Whether no object can be made of it. */
  public boolean skipped() {
    return key.isEmpty();
  }
}
