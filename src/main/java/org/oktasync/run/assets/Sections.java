package org.oktasync.run.assets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;

/** What the sections of a mapping add to people. People are asked for in ascending order of ids. */
public interface Sections extends AutoCloseable {
  /**
   * What is added to one person.
   *
   * @param things by the name of the section
   * @param uncertain names of sections of which something may be missing
   */
  record Added(Map<String, List<SourceValue>> things, Set<String> uncertain) {}

  /**
   * What is added to a person.
   *
   * @param status the source's own status of the person
   */
  Added of(ExternalId user, String status);

  /** Lists that did not come whole. */
  List<IncompleteList> incomplete();

  /** What the source does not offer to this connection. */
  List<Message> notices();

  @Override
  void close();
}
