package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a run would make two objects of one thing, because two lines of a text know it by
 * different keys: a list that is keyed by id while references look for names, two keys in one
 * mapping, two mappings of one type.
 */
public final class KeyConflicts {
  private KeyConflicts() {}

  /**
   * All conflicts of a text, in no order that means anything.
   *
   * @param names which types its mappings fill
   */
  public static List<KeyConflict> find(String text, TypeNames names) {
    MappingText read = MappingText.read(text);
    TextLines lines = TextLines.of(text);
    List<ObjectMapping> mappings =
        read.parsed().mapping().mappings().stream().filter(one -> one.key() != null).toList();
    List<KeyConflict> conflicts = new ArrayList<>(new SecondKeys(lines).find(read.lines()));
    conflicts.addAll(new TypeKeys(lines, read.lines(), names).find(mappings));
    conflicts.addAll(new ReferenceKeys(lines, names).find(mappings));
    return List.copyOf(conflicts);
  }
}
