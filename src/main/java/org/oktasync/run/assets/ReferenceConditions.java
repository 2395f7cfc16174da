package org.oktasync.run.assets;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.plan.assets.BoundRule;
import org.oktasync.plan.assets.DesiredObject;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.ReferenceBook;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;

/** Asks Assets for what conditions that are no plain equality find. */
record ReferenceConditions(
    AssetsTarget target, ReferenceBook book, ProblemCount problems, StopSignal stop) {
  /** Asks once for each distinct value. */
  void ask(SpooledType type, List<BoundRule.Reference> rules) {
    Set<String> known = new HashSet<>();
    try (Cursor<DesiredObject> desired = type.desired()) {
      while (desired.hasNext()) {
        Map<String, List<String>> references = desired.next().object().references();
        for (BoundRule.Reference rule : rules) {
          for (String value : references.getOrDefault(rule.mapped(), List.of())) {
            ask(type, rule, rule.condition().fill(value), known);
          }
        }
      }
    }
  }

  private void ask(
      SpooledType type, BoundRule.Reference rule, String condition, Set<String> known) {
    stop.check();
    if (known.add(rule.target().id() + "\n" + condition)) {
      answer(rule, condition)
          .ifPresentOrElse(
              found -> book.answer(rule.target(), condition, found),
              () ->
                  problems.add(
                      "assets-condition-refused",
                      type.rules().type().name(),
                      rule.mapped(),
                      condition));
    }
  }

  /** Empty when Assets does not understand the condition. */
  private Optional<List<AssetsObject>> answer(BoundRule.Reference rule, String condition) {
    try {
      return Optional.of(target.find(rule.target(), condition, 2));
    } catch (TargetException e) {
      if (e.kind() != TargetException.Kind.INVALID) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
