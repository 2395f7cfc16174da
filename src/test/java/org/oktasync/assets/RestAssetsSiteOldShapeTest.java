package org.oktasync.assets;

/** The same, where an Assets reads and writes everything the other way round. */
public class RestAssetsSiteOldShapeTest extends RestAssetsSiteTest {
  @Override
  protected Shape shape() {
    return Shape.OLD;
  }
}
