package org.oktasync.plan.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectType;

/** Works out what an attribute should hold. */
final class WantedValues {
  private final ObjectType type;
  private final ReferenceBook book;
  private final UserLookup users;
  private final ProblemCount problems;
  private final Maker maker;

  /** Makes an object that a value leads to and that is not there. */
  interface Maker {
    /** Whether it will be there. */
    boolean make(BoundRule.Reference rule, String value);
  }

  WantedValues(
      ObjectType type, ReferenceBook book, UserLookup users, ProblemCount problems, Maker maker) {
    this.type = type;
    this.book = book;
    this.users = users;
    this.problems = problems;
    this.maker = maker;
  }

  /**
   * What the attribute of a rule should hold; empty when it is to stay as it is.
   *
   * @param present what it holds
   */
  Optional<AttributeState> of(DesiredObject desired, BoundRule rule, AttributeState present) {
    Collected wanted = new Collected(rule, present);
    if (rule instanceof BoundRule.Reference reference) {
      desired
          .object()
          .references()
          .getOrDefault(rule.mapped(), List.of())
          .forEach(value -> wanted.refer(reference, value));
    } else {
      desired.object().values().getOrDefault(rule.mapped(), List.of()).forEach(wanted::take);
    }
    if (desired.uncertain().contains(rule.mapped())) {
      wanted.keepPresent();
    }
    return wanted.state();
  }

  /** Whether each value of a rule leads to objects that are found by it already. */
  boolean leadsToPresent(DesiredObject desired, BoundRule.Reference rule) {
    return desired.object().references().getOrDefault(rule.mapped(), List.of()).stream()
        .flatMap(value -> rule.fitted(value).stream())
        .allMatch(value -> book.leadsToPresent(rule, value));
  }

  /** The values of one attribute of one object. */
  private final class Collected {
    private final BoundRule rule;
    private final AttributeState present;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean refused;

    Collected(BoundRule rule, AttributeState present) {
      this.rule = rule;
      this.present = present;
    }

    void take(String value) {
      if (rule.attribute().type() == AttributeType.USER) {
        name(value);
        return;
      }
      Optional<String> typed = TypedValue.of(rule.attribute(), value);
      if (typed.isPresent()) {
        texts.put(typed.get(), typed.get());
      } else {
        problem("assets-value-mismatch", value);
        refused = true;
      }
    }

    private void name(String value) {
      try {
        name(value, users.find(value));
      } catch (UserLookup.UnansweredException e) {
        problem("assets-user-unanswered", value);
        refused = true;
      }
    }

    private void name(String value, Optional<AssetsUser> user) {
      if (user.isPresent()) {
        String key = user.get().key();
        texts.put(key.isEmpty() ? "name " + user.get().name() : key, user.get().name());
      } else {
        problem("assets-user-unknown", value);
      }
    }

    void refer(BoundRule.Reference reference, String raw) {
      reference
          .fitted(raw)
          .ifPresentOrElse(
              value -> lead(reference, value), () -> problem("assets-reference-none", raw));
    }

    private void lead(BoundRule.Reference reference, String value) {
      List<String> found = book.find(reference, value);
      if (found.size() > 1) {
        problem("assets-reference-several", value);
        keepAmong(found);
      } else if (found.size() == 1) {
        texts.putIfAbsent(found.get(0), value);
      } else if (maker.make(reference, value)) {
        texts.put(book.find(reference, value).get(0), value);
      } else {
        problem("assets-reference-none", value);
      }
    }

    /** Which of several is meant nobody knows; what is referred to already stays. */
    private void keepAmong(List<String> found) {
      present.texts().forEach((id, text) -> keepIf(found.contains(id), id, text));
    }

    private void keepIf(boolean kept, String id, String text) {
      if (kept) {
        texts.putIfAbsent(id, text);
      }
    }

    void keepPresent() {
      present.texts().forEach(texts::putIfAbsent);
    }

    Optional<AttributeState> state() {
      boolean several = texts.size() > 1 && !rule.attribute().takesSeveral();
      boolean required = texts.isEmpty() && rule.attribute().minimum() > 0;
      if (several) {
        problem("assets-values-too-many", ValueText.of(texts.values()));
      } else if (required && !refused) {
        problem("assets-value-required", "");
      }
      return refused || several || required
          ? Optional.empty()
          : Optional.of(new AttributeState(texts));
    }

    private void problem(String code, String example) {
      problems.add(code, type.name(), rule.attribute().name(), example);
    }
  }
}
