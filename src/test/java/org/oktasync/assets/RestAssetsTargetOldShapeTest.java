package org.oktasync.assets;

/** The same promises, where an Assets reads and writes everything the other way round. */
public class RestAssetsTargetOldShapeTest extends RestAssetsTargetTest {
  @Override
  protected Shape shape() {
    return Shape.OLD;
  }
}
