package org.oktasync.plan.assets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;

/**
 * Plans objects that others refer to and that are not there: with the one value that they are found
 * by, by which they are called as well where they must have a name. Only a plain equality says what
 * that value is.
 */
final class ReferredObjects implements WantedValues.Maker {
  private final ObjectPlanner.Context context;
  private final Map<String, TypedObjects> mapped;
  private final List<TypeRules> absent;

  /**
   * @param mapped the types that have a mapping of their own, by id
   * @param absent mapped types of which nothing was read
   */
  ReferredObjects(
      ObjectPlanner.Context context, Map<String, TypedObjects> mapped, List<TypeRules> absent) {
    this.context = context;
    this.mapped = mapped;
    this.absent = absent;
  }

  @Override
  public boolean make(BoundRule.Reference rule, String value) {
    Optional<ObjectAttribute> attribute =
        rule.condition()
            .equalityAttribute()
            .flatMap(rule.target()::attribute)
            .filter(ObjectAttribute::editable)
            .filter(found -> mayCome(rule, found));
    Optional<String> text =
        attribute
            .flatMap(found -> TypedValue.of(found, value))
            .filter(found -> !isMissing(identity(rule, found)));
    text.ifPresent(found -> plan(rule, attribute.get(), found));
    return text.isPresent();
  }

  private static ObjectIdentity identity(BoundRule.Reference rule, String text) {
    return new ObjectIdentity(rule.target().name(), text);
  }

  private static boolean isArchived(Optional<ObjectLink> link) {
    return link.filter(one -> one.retired() == ObjectLink.Retired.ARCHIVED).isPresent();
  }

  /** What was archived, or is about to be, because the source no longer has it, stays so. */
  private boolean isMissing(ObjectIdentity identity) {
    Optional<ObjectLink> link = context.links().apply(identity);
    if (link.filter(ReferredObjects::hasSource).isEmpty()) {
      return false;
    }
    String id = link.get().objectId();
    return context.book().isOutOfUse(id) || (isArchived(link) && !context.book().isBackInUse(id));
  }

  private static boolean hasSource(ObjectLink link) {
    return !link.sourceId().equals(ObjectChange.NO_SOURCE);
  }

  /**
   * Whether no source object that was not read can be the one: it would get a second object, unless
   * it is told by this very attribute.
   */
  private boolean mayCome(BoundRule.Reference rule, ObjectAttribute attribute) {
    TypedObjects own = mapped.get(rule.target().id());
    boolean known = own == null || own.whole() || own.rules().key().id().equals(attribute.id());
    return known
        && absent.stream()
            .filter(rules -> rules.type().id().equals(rule.target().id()))
            .allMatch(rules -> rules.key().id().equals(attribute.id()));
  }

  private void plan(BoundRule.Reference rule, ObjectAttribute attribute, String text) {
    ObjectIdentity identity = identity(rule, text);
    Map<String, String> after = new TreeMap<>();
    after.put(attribute.name(), ValueText.of(List.of(text)));
    TypeRules.names(rule.target())
        .forEach(name -> after.put(name.name(), ValueText.of(List.of(text))));
    boolean archived = isArchived(context.links().apply(identity));
    context
        .sink()
        .change(
            Phase.OBJECTS,
            archived
                ? new ObjectChange.RestoreObject(
                    ObjectChange.NO_SOURCE, identity, text, Map.of(), after)
                : new ObjectChange.CreateObject(
                    ObjectChange.NO_SOURCE, identity, text, after, Reasons.REFERRED_TO));
    context.book().made(rule.target(), after);
  }
}
