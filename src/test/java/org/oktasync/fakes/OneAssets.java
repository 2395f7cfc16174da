package org.oktasync.fakes;

import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;

/** The same Assets in memory for every connection; it is not set up over this. */
public final class OneAssets implements AssetsSites {
  private final InMemoryAssets assets;
  private int opened;

  public OneAssets(InMemoryAssets assets) {
    this.assets = assets;
  }

  /** How often a schema was opened. */
  public int opened() {
    return opened;
  }

  @Override
  public AssetsTarget target(Connection connection, StopSignal stop) {
    opened++;
    return assets;
  }

  @Override
  public AssetsSite site(Connection connection, StopSignal stop) {
    throw new UnsupportedOperationException("nothing is set up here");
  }

  @Override
  public String address(Connection connection) {
    return "https://jira.example.com";
  }

  @Override
  public SitePeople people(Connection connection, StopSignal stop) {
    throw new UnsupportedOperationException("nobody is looked for here");
  }
}
