package org.oktasync.run;

import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;

/**
 * Opens what the Assets settings of a connection name. Everything that is opened is closed by the
 * caller; opening sends nothing.
 */
public interface AssetsSites {
  /**
   * The schema that the objects of a connection are kept in.
   *
   * @param stop ends every wait of reads and writes
   * @throws org.oktasync.target.TargetException {@code FATAL} when the settings cannot be used, for
   *     example because no token is set
   */
  AssetsTarget target(Connection connection, StopSignal stop);

  /** All of that Assets, to be set up by an administrator; throws as {@link #target} does. */
  AssetsSite site(Connection connection);

  /** The people of the Jira that this Assets belongs to. */
  SitePeople people(Connection connection);

  /**
   * Why {@link #target} would throw at present, with cause and remedy; empty when it would not, or
   * nobody knows before it is tried.
   */
  default Optional<Message> obstacle(Connection connection) {
    return Optional.empty();
  }
}
