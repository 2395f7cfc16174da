package org.oktasync.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of an administrator, whose work on one value has an end: after so many looks
 * at characters it gives up. The limit counts work and not time, so that the same value always has
 * the same result.
 */
public final class SafeRegex {
  /** The longest expression. */
  public static final int LONGEST = 1_000;

  /** Looks at single characters; plain expressions take a few for each character. */
  private static final int MOST_LOOKS = 100_000;

  /** How often a counted repetition may repeat, all nested ones multiplied. */
  private static final long MOST_REPEATS = 100_000;

  private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

  private final Pattern pattern;

  private SafeRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The expression of this text.
   *
   * @throws InvalidMappingException when it is empty, too long or no expression
   */
  public static SafeRegex of(String text) {
    if (text.isEmpty()) {
      throw new InvalidMappingException("value-missing", "");
    } else if (text.length() > LONGEST) {
      throw new InvalidMappingException("text-too-long", String.valueOf(LONGEST));
    } else if (repeats(text) > MOST_REPEATS) {
      throw new InvalidMappingException("regex-repeats", String.valueOf(MOST_REPEATS));
    }
    try {
      return new SafeRegex(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      throw new InvalidMappingException("regex-illegal", e.getDescription());
    } catch (StackOverflowError e) {
      throw new InvalidMappingException("regex-illegal", "nested too deeply");
    }
  }

  private static long repeats(String text) {
    Matcher counts = COUNTED.matcher(text);
    long product = 1;
    while (counts.find() && product <= MOST_REPEATS) {
      String most =
          counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
      product *= most.length() > 9 ? Integer.MAX_VALUE : Math.max(1, Long.parseLong(most));
    }
    return product;
  }

  /**
   * Checks a replacement: {@code $1} to {@code $9} stand for groups that the expression must have.
   *
   * @throws InvalidMappingException when it cannot be used
   */
  public void checkReplacement(String replacement) {
    int groups = pattern.matcher("").groupCount();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        i++;
        int group = i < replacement.length() ? replacement.charAt(i) - '0' : -1;
        if (group < 0 || group > 9 || group > groups) {
          throw new InvalidMappingException("regex-group", String.valueOf(groups));
        }
      }
      if (i >= replacement.length()) {
        throw new InvalidMappingException("regex-group", String.valueOf(groups));
      }
    }
  }

  /**
   * The value with every match replaced; the value itself when there is none.
   *
   * @param replacement one that {@link #checkReplacement} accepts
   * @return empty when the work was too much
   */
  public Optional<String> replaceAll(String value, String replacement) {
    return limited(() -> pattern.matcher(new Metered(value)).replaceAll(replacement));
  }

  /**
   * Whether the whole value matches.
   *
   * @return empty when the work was too much
   */
  public Optional<Boolean> matches(String value) {
    return limited(() -> pattern.matcher(new Metered(value)).matches());
  }

  private static <T> Optional<T> limited(java.util.function.Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (TooMuchWorkException | StackOverflowError e) {
      // The JDK's matcher calls itself for each repetition of a group.
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeRegex regex && regex.pattern.pattern().equals(pattern.pattern());
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }

  /** Text that may be looked at only so often. */
  private static final class Metered implements CharSequence {
    private final String text;
    private int looks;

    Metered(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooMuchWorkException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooMuchWorkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWorkException() {
      super("too much work", null, false, false);
    }
  }
}
