package org.oktasync.run.ports;

import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;

/**
 * Opens what the Assets settings of a connection name. Opening sends nothing. In all methods {@code
 * stop} ends every wait of what is opened, and {@link org.oktasync.target.TargetException} of kind
 * {@code FATAL} is thrown when the settings cannot be used, for example because no token is set.
 */
public interface AssetsSites {
  /** The schema that the objects of a connection are kept in; closed by the caller. */
  AssetsTarget target(Connection connection, StopSignal stop);

  /** All of that Assets, to be set up by an administrator. */
  AssetsSite site(Connection connection, StopSignal stop);

  /** The people of the Jira that this Assets belongs to. */
  SitePeople people(Connection connection, StopSignal stop);

  /** The address of that Jira, as people's browsers reach it, without a slash at the end. */
  String address(Connection connection);

  /**
   * Why {@link #site} would throw at present, with cause and remedy; empty when it would not, or
   * nobody knows before it is tried.
   */
  default Optional<Message> obstacle(Connection connection) {
    return Optional.empty();
  }
}
