package org.oktasync.plan.assets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.oktasync.model.assets.AssetsObject;

/**
 * What an attribute holds or should hold.
 *
 * @param texts what a person reads, by what values are told apart by: for references the ids of the
 *     other objects, for people their keys, else the texts themselves
 */
record AttributeState(Map<String, String> texts) {
  /** No value. */
  static final AttributeState NONE = new AttributeState(Map.of());

  AttributeState {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** What an object holds in the attribute of a rule. */
  static AttributeState of(AssetsObject object, BoundRule rule, ReferenceBook book) {
    return new AttributeState(
        PresentValues.of(
            rule.attribute(),
            object.values(rule.attribute().name()),
            value ->
                rule instanceof BoundRule.Reference reference
                    ? book.textOf(reference, value)
                    : value.text()));
  }

  /** The values as changes hold them. */
  String text() {
    return ValueText.of(texts.values());
  }

  /** The first value; empty when there is none. */
  String first() {
    return texts.values().stream().findFirst().orElse("");
  }

  /** Whether both hold the same, whatever the order. */
  boolean same(AttributeState other) {
    return texts.keySet().equals(other.texts.keySet());
  }
}
