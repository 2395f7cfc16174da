package org.oktasync.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;

/**
 * Reads any list of the source by its address, whatever its objects are. An address is a path with
 * a query as the source's own documents give it, for example {@code
 * /api/v1/devices?limit=200&expand=userSummary}; it never leads to another host, because the
 * connection's token goes with every call.
 */
public interface SourceLists {
  /**
   * Why a list cannot be asked for, without asking.
   *
   * @return what is wrong with the address, for a person; empty when nothing is
   */
  Optional<Message> problem(ListRequest request);

  /**
   * Reads a list from its beginning to its end, or to the limit of the request.
   *
   * @param sink takes each object in the source's order, once the page that holds it came whole
   * @return how the reading ended; a list that broke off after some objects is not whole
   * @throws SourceException when the address is refused or not even the first page came; of kind
   *     {@code FEATURE_MISSING} when the source does not offer the list to this connection
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  ListEnd stream(ListRequest request, StopSignal stop, Consumer<SourceElement> sink);

  /**
   * Reads a list into files and sorts it by id.
   *
   * @param folder an existing, private folder for the stored list
   * @throws SourceException as {@link #stream}
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  ListReading read(ListRequest request, Path folder, StopSignal stop, Progress progress);
}
