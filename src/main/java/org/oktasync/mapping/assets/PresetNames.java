package org.oktasync.mapping.assets;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Gives each field of the source a name that is free among the attributes of one type. */
final class PresetNames {
  private static final int LONGEST = 60;

  /** What Assets itself gives each type, and the status of the objects. */
  private static final Set<String> OF_ASSETS = Set.of("key", "created", "updated", "status");

  private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  PresetNames(Set<String> reserved) {
    taken.addAll(reserved);
  }

  /** A name for a field, as near to its title as can be. */
  String of(ProfileField field) {
    String title = clean(field.title());
    String name = field.path().substring(field.path().lastIndexOf('.') + 1);
    String wanted = title.isEmpty() ? clean(name) : title;
    String free = isFree(wanted) ? wanted : "Okta " + wanted;
    if (!isFree(free)) {
      free = wanted + " (" + clean(name) + ")";
    }
    for (int number = 2; !isFree(free); number++) {
      free = wanted + " " + number;
    }
    taken.add(free);
    return free;
  }

  private boolean isFree(String name) {
    return !taken.contains(name) && !OF_ASSETS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Without what the mapping language or Assets' query language takes for its own. */
  private static String clean(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{N} _()/&'+-]", " ").replaceAll(" +", " ").strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
  }
}
