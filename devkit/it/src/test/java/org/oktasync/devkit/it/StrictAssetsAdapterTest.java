package org.oktasync.devkit.it;

import org.oktasync.devkit.host.assets.AssetsOptions;

/** The same against the strict reading. */
public class StrictAssetsAdapterTest extends AssetsAdapterTest {
  @Override
  AssetsOptions options() {
    return AssetsOptions.STRICT;
  }
}
