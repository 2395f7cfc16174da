package org.oktasync.mapping;

import java.util.Optional;

/** What a value must be to become an attribute of an account in Jira. */
final class ValueRules {
  private ValueRules() {}

  /**
   * A value as it would be written.
   *
   * @param value composed, without control characters and blanks around it, within the column
   * @param unusable whether it must not be written at all
   * @param remark what is wrong with it
   */
  record Judged(String value, boolean unusable, Optional<MappingProblem> remark) {}

  /**
   * A name that is too long is cut, because its beginning still tells who it is; anything else that
   * is too long would be a wrong value, and is not written.
   */
  static Judged judge(String target, Transformed mapped) {
    if (!mapped.ok()) {
      return unusable(mapped.problem().code(), target, mapped.problem().detail());
    }
    String value = Texts.forColumn(mapped.value());
    boolean tooLong = Texts.clean(mapped.value()).length() > Texts.COLUMN;
    if (tooLong && !isName(target)) {
      return unusable("value-too-long", target, Texts.cut(value, 40));
    } else if (target.equals(AttributeMapping.EMAIL) && !value.isEmpty() && !isAddress(value)) {
      return unusable("email-unusable", target, Texts.cut(value, 100));
    }
    Optional<MappingProblem> remark =
        tooLong
            ? Optional.of(problem("value-cut", target, Texts.cut(value, 40)))
            : Optional.empty();
    return new Judged(value, false, remark);
  }

  private static Judged unusable(String code, String target, String detail) {
    return new Judged("", true, Optional.of(problem(code, target, detail)));
  }

  private static MappingProblem problem(String code, String target, String detail) {
    return new MappingProblem(code, target + ": " + detail);
  }

  private static boolean isName(String target) {
    return target.equals(AttributeMapping.DISPLAY_NAME)
        || target.equals(AttributeMapping.FIRST_NAME)
        || target.equals(AttributeMapping.LAST_NAME);
  }

  /** One at sign with something on both sides, and no blanks: more would refuse real addresses. */
  private static boolean isAddress(String value) {
    int at = value.indexOf('@');
    return at > 0
        && at == value.lastIndexOf('@')
        && at < value.length() - 1
        && value.chars().noneMatch(Character::isWhitespace);
  }
}
