package org.oktasync.fakes;

import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsSiteContract;

public class InMemoryAssetsSiteTest extends AssetsSiteContract {
  @Override
  protected AssetsWorld makeWorld() {
    return new AssetsWorld();
  }

  @Override
  protected AssetsSite open() {
    return new InMemoryAssetsSite(world);
  }
}
