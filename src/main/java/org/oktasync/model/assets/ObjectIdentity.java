package org.oktasync.model.assets;

import java.util.Comparator;
import org.oktasync.model.NameFolding;

/**
 * What tells one object from another: its type and the value of the attribute that its mapping
 * names as the key. Upper and lower case are alike, because Assets compares texts so: two source
 * objects whose keys differ in nothing else cannot be told apart there.
 *
 * @param type the name of the object type
 * @param key the value of the key attribute, as written
 */
public record ObjectIdentity(String type, String key) implements Comparable<ObjectIdentity> {
  private static final Comparator<ObjectIdentity> ORDER =
      Comparator.comparing(ObjectIdentity::foldedType).thenComparing(ObjectIdentity::foldedKey);

  /** The type as it is compared. */
  public String foldedType() {
    return NameFolding.fold(type);
  }

  /** The key as it is compared. */
  public String foldedKey() {
    return NameFolding.fold(key);
  }

  @Override
  public int compareTo(ObjectIdentity other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectIdentity identity && compareTo(identity) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * foldedType().hashCode() + foldedKey().hashCode();
  }
}
