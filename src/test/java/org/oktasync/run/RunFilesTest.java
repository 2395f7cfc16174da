package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.EntityKind;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** A run that cannot keep its files says so, writes nothing, and holds nothing up. */
public class RunFilesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SyncWorld world = SyncWorld.unguarded();

  @Test
  public void whereNoFileCanBeMade_theRunNamesThePlace_andTheNextOneGoesOn() throws IOException {
    world.source.person("1", "ann").group("g", "team", "1");
    var usual = world.spools;
    world.spools = folder.newFile("in-the-way").toPath();
    world.start();
    SyncRun failed = world.sync();
    assertEquals(RunState.FAILED, failed.state());
    assertEquals("run-files-failed", failed.message().code());
    assertTrue(failed.message().arguments().toString().contains("in-the-way"));
    assertTrue(world.linksOf(EntityKind.USER).isEmpty());
    world.spools = usual;
    world.start();
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    assertEquals(1, world.linksOf(EntityKind.USER).size());
  }
}
