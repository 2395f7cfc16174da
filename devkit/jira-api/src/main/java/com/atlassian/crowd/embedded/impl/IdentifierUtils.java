package com.atlassian.crowd.embedded.impl;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares names the way directories do: in lower case, by the rules of English. */
public final class IdentifierUtils {
  private IdentifierUtils() {}

  public static String toLowerCase(String identifier) {
    return identifier.toLowerCase(Locale.ENGLISH);
  }

  public static Set<String> toLowerCase(Collection<? extends String> identifiers) {
    return identifiers.stream().map(IdentifierUtils::toLowerCase).collect(Collectors.toSet());
  }

  public static Predicate<String> containsIdentifierPredicate(Collection<String> identifiers) {
    Set<String> lower = toLowerCase(identifiers);
    return identifier -> lower.contains(toLowerCase(identifier));
  }

  public static int compareToInLowerCase(String left, String right) {
    return toLowerCase(left).compareTo(toLowerCase(right));
  }

  public static boolean equalsInLowerCase(String left, String right) {
    return compareToInLowerCase(left, right) == 0;
  }

  public static boolean hasLeadingOrTrailingWhitespace(String identifier) {
    return !identifier.strip().equals(identifier);
  }
}
