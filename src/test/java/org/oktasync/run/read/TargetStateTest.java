package org.oktasync.run.read;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.run.SyncWorld;

/** What Jira holds at the beginning of a run. */
public class TargetStateTest {
  @Test
  public void whomWeAddedIsToldOfEachGroup_inWhateverOrderIsAsked() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").person("2", "bob").group("g", "team").group("h", "staff");
    world.sync();
    List<Link> groups = world.linksOf(EntityKind.GROUP);
    ExternalId ann = new ExternalId("1");
    ExternalId bob = new ExternalId("2");
    world.links.noteAdded(groups.get(0).id(), List.of(ann));
    world.links.noteAdded(groups.get(1).id(), List.of(bob));
    TargetState state = new TargetState(world.connection(), world.ports, world.directory, Set.of());
    for (int i = 0; i < 2; i++) {
      assertTrue(state.addedByUs(groups.get(0), ann));
      assertFalse(state.addedByUs(groups.get(0), bob));
      assertTrue(state.addedByUs(groups.get(1), bob));
      assertFalse(state.addedByUs(groups.get(1), ann));
    }
  }
}
