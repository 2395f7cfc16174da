package org.oktasync.run.assets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.oktasync.mapping.assets.AttributeRule;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.plan.assets.CurrentObject;
import org.oktasync.plan.assets.DesiredObject;
import org.oktasync.plan.assets.KnownLink;
import org.oktasync.plan.assets.TypeLinks;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.plan.assets.TypedObjects;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** Both sides of one type in files of the run. Filled from the source first, then from Assets. */
final class SpooledType implements TypedObjects {
  private static final int BUFFER = 2_000;

  /** The longest id that is stored as it is. */
  private static final int LONGEST_ID = 120;

  private final TypeRules rules;
  private final TypeLinks links;
  private final SortedSpool<DesiredObject> desired;
  private final SortedSpool<CurrentObject> current;
  private long room;
  private boolean heldBack;
  private boolean whole;

  SpooledType(TypeRules rules, TypeLinks links, SpoolFolder files) {
    this.rules = rules;
    this.links = links;
    this.room = rules.mapping().dataLimit();
    this.desired = new SortedSpool<>(files, "wanted", new DesiredCodec(), BUFFER);
    this.current = new SortedSpool<>(files, "objects", new CurrentCodec(), BUFFER);
  }

  /**
   * The source has an object. One that no run took yet is held back once as many were taken as the
   * mapping allows in one run.
   *
   * @param id its id; empty when it has none
   * @param uncertain names of sections of which something may be missing
   */
  void want(String id, SourceValue.Fields value, Set<String> uncertain) {
    MappedObject object = rules.objectOf(value);
    ExternalId sourceId = sourceId(id, object);
    if (isHeldBack(sourceId)) {
      heldBack = true;
      return;
    }
    desired.add(new DesiredObject(sourceId, object, attributes(uncertain)));
    links.seen(sourceId, object.key());
  }

  private boolean isHeldBack(ExternalId sourceId) {
    boolean counts = rules.mapping().dataLimit() > 0 && links.ofSource(sourceId) == null;
    return counts && --room < 0;
  }

  /** Whether the source has objects that wait for the next run. */
  boolean heldBack() {
    return heldBack;
  }

  private static ExternalId sourceId(String id, MappedObject object) {
    if (!id.isBlank() && id.length() <= LONGEST_ID) {
      return new ExternalId(id);
    }
    String text = id.isBlank() ? object.key() : id;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new ExternalId("~" + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The attributes that are filled from some sections. */
  private Set<String> attributes(Set<String> sections) {
    Set<String> attributes = new HashSet<>();
    for (AttributeRule rule : sections.isEmpty() ? Set.<AttributeRule>of() : allRules()) {
      if (sections.contains(rule.path().first())) {
        attributes.add(rule.attribute());
      }
    }
    return attributes;
  }

  private Set<AttributeRule> allRules() {
    return Set.copyOf(rules.mapping().attributes());
  }

  /**
   * Ends the source's side.
   *
   * @param complete whether these are all objects of the source
   */
  void wantNoMore(boolean complete) {
    desired.seal();
    whole = complete && !heldBack;
  }

  /** How many objects the source has. */
  long wanted() {
    return desired.size();
  }

  /** Assets has an object. */
  void add(AssetsObject object) {
    current.add(new CurrentObject(links.keyOf(object, rules.key()), object));
  }

  /** Ends Assets' side. */
  void addNoMore() {
    current.seal();
  }

  TypeLinks known() {
    return links;
  }

  @Override
  public TypeRules rules() {
    return rules;
  }

  @Override
  public boolean whole() {
    return whole;
  }

  @Override
  public Cursor<DesiredObject> desired() {
    return desired.cursor();
  }

  @Override
  public Cursor<CurrentObject> current() {
    return current.cursor();
  }

  @Override
  public Cursor<KnownLink> links() {
    return links.links();
  }
}
