package org.oktasync.plan.assets;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectLink.Retired;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.plan.assets.MissingPolicy.Action;

/** Plans what is done about objects of one type whose source object is gone. */
final class MissingObjects {
  private final ObjectPlanner.Context context;
  private final MissingPolicy policy;
  private final TypeRules rules;

  MissingObjects(ObjectPlanner.Context context, TypeRules rules) {
    this.context = context;
    this.policy = context.policy();
    this.rules = rules;
  }

  /**
   * Plans an object that a whole reading of the source was without. What others refer to, and was
   * made for that alone, is never missing.
   *
   * @param current null when Assets does not show it
   */
  void plan(KnownLink known, CurrentObject current) {
    ObjectLink link = known.link();
    if (known.sourceSeen() || link.sourceId().equals(ObjectChange.NO_SOURCE)) {
      return;
    } else if (current == null && link.retired() != Retired.ARCHIVED) {
      context.notes().gone(link);
    } else if (policy.action() != Action.IGNORE) {
      judge(link, current == null ? null : current.object());
    }
  }

  /** Once it is time, nothing more is counted: a quiet run writes nothing. */
  private void judge(ObjectLink link, AssetsObject current) {
    Instant since = MissingPolicy.since(link, context.now());
    boolean due = policy.due(link, context.now());
    if (!due || link.missingSince() == null) {
      context.notes().missing(link, since, link.missingRuns() + 1);
    }
    if (due) {
      switch (policy.about(link)) {
        case IGNORE -> {}
        case STATUS -> giveStatus(link, current);
        case ARCHIVE -> archive(link, current);
        case DELETE -> delete(link, current);
      }
    }
  }

  private void giveStatus(ObjectLink link, AssetsObject current) {
    if (link.retired() != Retired.NO) {
      return;
    }
    Optional<ObjectAttribute> status = rules.status();
    if (status.isEmpty()) {
      context.problems().add("assets-status-unknown", rules.type().name(), "", current.label());
      return;
    }
    String now = statusOf(current, status.get());
    if (!now.equalsIgnoreCase(policy.status())) {
      context
          .sink()
          .change(
              Phase.RETIRE_OBJECTS,
              new ObjectChange.RetireObject(
                  link.sourceId(),
                  link.identity(),
                  subject(link, current),
                  Map.of(status.get().name(), now),
                  Map.of(status.get().name(), policy.status()),
                  Reasons.OBJECT_GONE));
    }
  }

  /** The name of the status that an object has; empty when it has none. */
  String statusOf(AssetsObject object, ObjectAttribute status) {
    return object.values(status.name()).stream().findFirst().map(AttributeValue::text).orElse("");
  }

  private void archive(ObjectLink link, AssetsObject current) {
    if (link.retired() != Retired.ARCHIVED) {
      context
          .sink()
          .change(
              Phase.RETIRE_OBJECTS,
              new ObjectChange.RetireObject(
                  link.sourceId(),
                  link.identity(),
                  subject(link, current),
                  Map.of(),
                  Map.of(),
                  Reasons.OBJECT_GONE));
      takeOutOfUse(current);
    }
  }

  /** Nothing refers to it from now on. */
  private void takeOutOfUse(AssetsObject current) {
    if (current != null) {
      context.book().removed(rules.type(), current.id());
    }
  }

  private void delete(ObjectLink link, AssetsObject current) {
    context
        .sink()
        .change(
            Phase.DELETE_OBJECTS,
            new ObjectChange.DeleteObject(
                link.sourceId(),
                link.identity(),
                subject(link, current),
                values(current),
                Reasons.OBJECT_GONE));
    takeOutOfUse(current);
  }

  private Map<String, String> values(AssetsObject current) {
    Map<String, String> values = new TreeMap<>();
    if (current != null) {
      for (BoundRule rule : rules.rules()) {
        String text = AttributeState.of(current, rule, context.book()).text();
        if (!text.isEmpty()) {
          values.put(rule.attribute().name(), text);
        }
      }
    }
    return values;
  }

  private static String subject(ObjectLink link, AssetsObject current) {
    return current == null || current.label().isBlank() ? link.identity().key() : current.label();
  }
}
