package org.oktasync.plan.assets;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;

/** What Assets holds now of objects that a run changed. */
public interface ObjectsNow {
  /** The link of the object of a change. */
  Optional<ObjectLink> link(ObjectChange change);

  /** The object of a link, unless it is gone or archived. */
  Optional<AssetsObject> object(ObjectLink link);

  /**
   * What an object holds in some attributes, as changes write it; attributes that the type has no
   * longer are left out.
   */
  Map<String, String> texts(
      AssetsObject object, ObjectChange change, Collection<String> attributes);

  /** The attribute that tells the objects of a change's type apart, as long as it has one. */
  Optional<ObjectAttribute> key(ObjectChange change);

  /** Whether an attribute of a change's object refers to others. */
  boolean refers(ObjectChange change, String attribute);

  /** How many objects are ours. */
  long owned();
}
