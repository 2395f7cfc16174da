package org.oktasync.fakes;

import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** One Assets in memory for every connection that has a token. */
public final class InMemorySites implements AssetsSites {
  private final AssetsWorld world = new AssetsWorld();
  private final InMemoryAssetsSite site = new InMemoryAssetsSite(world);

  /** What Assets holds. */
  public AssetsWorld world() {
    return world;
  }

  /** The site, whoever asks. */
  public InMemoryAssetsSite site() {
    return site;
  }

  @Override
  public AssetsTarget target(Connection connection, StopSignal stop) {
    requireToken(connection);
    return new InMemoryAssets(world, connection.settings().assets().schemaId());
  }

  @Override
  public AssetsSite site(Connection connection, StopSignal stop) {
    requireToken(connection);
    return site;
  }

  @Override
  public SitePeople people(Connection connection, StopSignal stop) {
    return name ->
        Optional.ofNullable(world.people.get(name)).map(key -> new AssetsUser(name, key));
  }

  @Override
  public String address(Connection connection) {
    return "https://jira.example.com";
  }

  private static void requireToken(Connection connection) {
    if (!connection.assetsToken().isSet()) {
      throw new TargetException(Kind.FATAL, Message.of("assets-token-missing"), null);
    }
  }
}
