package org.oktasync.mapping.assets;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds where a run would make two objects of one thing, because two lines of a text know it by
 * different keys: a list that is keyed by id while references look for names, two keys in one
 * mapping, two mappings of one type.
 */
public final class KeyConflicts {
  /** So many are told at once: each holds a whole text that would put it right. */
  public static final int MOST = 20;

  private KeyConflicts() {}

  /**
   * The conflicts of a text, the first {@link #MOST} of them, in no order that means anything.
   *
   * @param names which types its mappings fill
   */
  public static List<KeyConflict> find(String text, TypeNames names) {
    MappingText read = MappingText.read(text);
    TextLines lines = TextLines.of(text);
    List<ObjectMapping> mappings =
        read.parsed().mapping().mappings().stream().filter(one -> one.key() != null).toList();
    return Stream.of(
            new SecondKeys(lines).find(read.lines()),
            new TypeKeys(lines, read.lines(), names).find(mappings),
            new ReferenceKeys(lines, names).find(mappings))
        .flatMap(found -> found.limit(MOST))
        .limit(MOST)
        .toList();
  }
}
