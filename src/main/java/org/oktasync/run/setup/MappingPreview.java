package org.oktasync.run.setup;

import java.util.List;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Message;

/**
 * What a mapping makes of a few objects of its list.
 *
 * @param mapping the mapping, fitted to the schema as far as that is known
 * @param objects the objects, in the source's order
 * @param notices what could not be read, and why
 */
public record MappingPreview(
    ObjectMapping mapping, List<Previewed> objects, List<Message> notices) {
  public MappingPreview {
    objects = List.copyOf(objects);
    notices = List.copyOf(notices);
  }

  /**
   * One object.
   *
   * @param sourceId its id in the source; empty when it has none
   * @param object what it should be in Assets
   */
  public record Previewed(String sourceId, MappedObject object) {}
}
