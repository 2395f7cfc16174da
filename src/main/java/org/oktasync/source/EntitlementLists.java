package org.oktasync.source;

import java.nio.file.Path;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;

/** Reads which groups, applications and admin roles people have, with as few calls as it takes. */
public interface EntitlementLists {
  /**
   * Reads. Each list is judged on its own: one that breaks off, or is not offered to this
   * connection, is reported in the reading and not thrown.
   *
   * @param folder an existing, private folder for what is stored
   * @throws SourceException when the source refuses the credentials
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  EntitlementReading read(EntitlementScope scope, Path folder, StopSignal stop, Progress progress);
}
