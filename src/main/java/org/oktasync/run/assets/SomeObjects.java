package org.oktasync.run.assets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.plan.assets.BoundRule;
import org.oktasync.plan.assets.CurrentObject;
import org.oktasync.plan.assets.DesiredObject;
import org.oktasync.plan.assets.PresentValues;
import org.oktasync.plan.assets.ReferenceBook;
import org.oktasync.target.AssetsTarget;

/** Reads of Assets just what a few source objects are about. */
final class SomeObjects {
  /** More objects than this are read as a list. */
  private static final int MANY = 500;

  private static final int TOGETHER = 20;

  /** More objects that are referred to than this are read as a list. */
  private static final int LOOKS = 200;

  private final AssetsTarget target;
  private final ReferenceBook book;
  private final StopSignal stop;
  private final Set<String> whole = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  SomeObjects(AssetsTarget target, ReferenceBook book, StopSignal stop) {
    this.target = target;
    this.book = book;
    this.stop = stop;
  }

  /** Reads the objects of one type: by their links, and by their keys. */
  void read(SpooledType type) {
    if (type.wanted() > MANY || isMostOf(type)) {
      readList(type);
      return;
    }
    Set<String> found = new HashSet<>();
    List<String> keys = new ArrayList<>();
    try (Cursor<DesiredObject> desired = type.desired()) {
      while (desired.hasNext()) {
        stop.check();
        DesiredObject one = desired.next();
        ObjectLink link = type.known().ofSource(one.sourceId());
        if (link != null) {
          target.object(link.objectId()).ifPresent(object -> add(type, object, found));
        }
        if (!one.object().skipped()) {
          keys.add(one.object().key());
        }
      }
    }
    for (int from = 0; from < keys.size(); from += TOGETHER) {
      stop.check();
      find(type, keys.subList(from, Math.min(keys.size(), from + TOGETHER)), found);
    }
  }

  /** A page of the list has at least so many objects; whoever has a link costs a call otherwise. */
  private static boolean isMostOf(SpooledType type) {
    long looks = Math.min(type.wanted(), type.known().size());
    return looks > TOGETHER && looks * TOGETHER > type.known().size();
  }

  private void readList(SpooledType type) {
    whole.add(type.rules().type().id());
    Set<String> found = new HashSet<>();
    try (Cursor<AssetsObject> objects = target.objects(type.rules().type(), stop)) {
      objects.forEachRemaining(object -> add(type, object, found));
    }
  }

  private void find(SpooledType type, List<String> keys, Set<String> found) {
    AqlTemplate one = AqlTemplate.of(quoted(type.rules().key().name()) + " = ${key}");
    List<String> conditions = new ArrayList<>();
    for (String key : keys) {
      conditions.add(one.fill(key));
      if (PresentValues.mayDiffer(type.rules().key()) && !ObjectName.accepted(key).isEmpty()) {
        conditions.add(one.fill(ObjectName.accepted(key)));
      }
    }
    target
        .find(type.rules().type(), String.join(" OR ", conditions), 3 * conditions.size())
        .forEach(object -> add(type, object, found));
  }

  private static String quoted(String attribute) {
    return '"' + attribute.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void add(SpooledType type, AssetsObject object, Set<String> found) {
    if (found.add(object.id())) {
      type.add(object);
      book.add(type.rules().type(), object);
    }
  }

  /** Reads what the objects of a type refer to by plain equalities, now and from now on. */
  void readReferred(SpooledType type) {
    List<BoundRule.Reference> rules =
        type.rules()
            .references()
            .filter(rule -> rule.condition().equalityAttribute().isPresent())
            .toList();
    try (Cursor<DesiredObject> desired = type.desired()) {
      while (desired.hasNext()) {
        Map<String, List<String>> references = desired.next().object().references();
        for (BoundRule.Reference rule : rules) {
          references.getOrDefault(rule.mapped(), List.of()).stream()
              .flatMap(value -> rule.fitted(value).stream())
              .forEach(value -> ask(rule, value));
        }
      }
    }
    for (BoundRule.Reference rule : rules) {
      Set<String> unknown = unknown(type, rule);
      if (unknown.size() > LOOKS && whole.add(rule.target().id())) {
        try (Cursor<AssetsObject> objects = target.objects(rule.target(), stop)) {
          objects.forEachRemaining(object -> book.add(rule.target(), object));
        }
      } else {
        unknown.forEach(id -> look(rule, id));
      }
    }
  }

  /**
   * What objects refer to now, and maybe no more once the plan is applied: it is told by the value
   * that it would be found by.
   */
  private Set<String> unknown(SpooledType type, BoundRule.Reference rule) {
    Set<String> unknown = new TreeSet<>();
    try (Cursor<CurrentObject> current = type.current()) {
      while (current.hasNext()) {
        for (AttributeValue value : current.next().object().values(rule.attribute().name())) {
          if (!value.reference().isEmpty() && !book.knows(rule, value)) {
            unknown.add(value.reference());
          }
        }
      }
    }
    return unknown;
  }

  private void look(BoundRule.Reference rule, String id) {
    if (asked.add(rule.target().id() + "\n#" + id)) {
      stop.check();
      target.object(id).ifPresent(object -> book.add(rule.target(), object));
    }
  }

  private void ask(BoundRule.Reference rule, String value) {
    String condition = rule.condition().fill(value);
    String id = rule.target().id();
    if (!whole.contains(id) && asked.add(id + "\n" + condition)) {
      stop.check();
      List<AssetsObject> found = target.find(rule.target(), condition, 3);
      found.forEach(object -> book.add(rule.target(), object));
    }
  }
}
