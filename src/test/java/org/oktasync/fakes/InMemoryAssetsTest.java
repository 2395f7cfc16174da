package org.oktasync.fakes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.AssetsTargetContract;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The fake keeps the port's promises, and its faults strike where they were ordered. */
public class InMemoryAssetsTest extends AssetsTargetContract {
  @Override
  protected AssetsWorld makeWorld() {
    return new AssetsWorld();
  }

  @Override
  protected AssetsTarget open(String schema) {
    return new InMemoryAssets(world, schema);
  }

  @Test
  public void faultsStrikeBeforeAndAfterWrites() {
    world.faults().failBeforeWrite(1, DirectoryFaults.refusal(Kind.RETRY));
    world.faults().failAfterWrite(2, DirectoryFaults.refusal(Kind.RETRY));

    assertThrows(TargetException.class, () -> user("00u1"));
    assertEquals(0, world.objectsOf(users().id()).size());
    assertThrows(TargetException.class, () -> user("00u1"));
    assertEquals(1, world.objectsOf(users().id()).size());
    assertEquals(1, world.writes());
  }

  @Test
  public void aHandMayMoveBetweenTwoPages() {
    user("00u1");
    user("00u2");
    world.faults().beforePage(2, () -> world.addSchema("X", "x"));
    ids(target.objects(users(), new org.oktasync.control.StopSignal()));
    assertEquals(3, world.schemas.size());
  }
}
