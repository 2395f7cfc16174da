package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.model.TakeOver;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.read.OrphanedTakeOvers;
import org.oktasync.source.SourceException;

/** Words about people whom Okta has no longer, or who are not to have an account at present. */
public class OrphanedTakeOversTest extends NamesakeScene {
  private static SyncRun letGo(SyncRun run, Object... arguments) {
    assertEquals(
        arguments.length == 0 ? List.of() : List.of(Message.of("take-overs-let-go", arguments)),
        run.notices().stream()
            .filter(notice -> notice.code().equals("take-overs-let-go"))
            .toList());
    return run;
  }

  private List<String> words() {
    return world.takeOvers.waiting(world.connectionId()).stream()
        .map(word -> word.sourceId().value())
        .toList();
  }

  @Test
  public void theWordAboutSomebodyWhomOktaHasNoLongerIsLetGoByASyncOfEverybody() {
    choose("1", "2");
    world.administrators.add("ann");
    world.sync();
    assertTrue("whoever is there takes over as before", has("bob"));
    world.source.deletePerson("1");
    SyncRun delta = letGo(world.incremental());
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    SyncRequest trial = SyncRequest.trial(world.connectionId(), "manual", "operator", false, 9);
    letGo(world.stored(world.control.start(trial)));
    assertEquals(Verdict.NAMESAKE_WAITS, candidate("1").verdict());
    assertEquals(Message.of("take-over-gone", "ann"), candidate("1").doubt());
    letGo(world.dryRun(), 1, "ann");
    assertEquals(List.of("1"), words());
    letGo(world.sync(), 1, "ann");
    assertEquals(List.of(), words());
    letGo(world.sync());
    assertTrue(preview().stream().noneMatch(one -> one.sourceId().value().equals("1")));
  }

  /** A list may break off, be about others, or be that of another organisation altogether. */
  @Test
  public void aWordIsNeverLetGoOnTheStrengthOfLess() {
    choose("1");
    world.source.deletePerson("1").breakUsers(true);
    letGo(world.sync());
    world.source.breakUsers(false);
    Message busy = Message.of("okta-busy");
    world.source.lookupsFail(new SourceException(SourceException.Kind.RETRY, busy, null));
    letGo(world.sync());
    world.source.lookupsFail(null);
    world.change("{\"guardrails\":{\"minUsers\":50}}");
    SyncRun held = letGo(world.sync(), 1, "ann");
    assertEquals(RunState.HELD, held.state());
    assertEquals(List.of("1"), words());
    world.change("{\"guardrails\":{\"minUsers\":0}}");
    letGo(world.sync(), 1, "ann");
    assertEquals(List.of(), words());
  }

  /** Each is asked for by itself: an organisation that has none of them costs no call for each. */
  @Test
  public void whereManyAreGoneTheyAreLetGoInPortions() {
    int many = OrphanedTakeOvers.MOST + 60;
    for (int i = 0; i < many; i++) {
      world.takeOvers.store(
          List.of(
              new TakeOver(
                  world.connectionId(),
                  id("9%04d".formatted(i)),
                  new AccountName("gone" + i),
                  SyncWorld.ELSEWHERE,
                  "",
                  "operator",
                  world.now())));
    }
    int before = world.source.lookups();
    letGo(world.sync(), OrphanedTakeOvers.MOST, "gone0, gone1, gone2, gone3, gone4");
    assertTrue(world.source.lookups() - before < OrphanedTakeOvers.MOST + 60);
    assertEquals(60, words().size());
    letGo(world.sync(), 60, "gone200, gone201, gone202, gone203, gone204");
    assertEquals(List.of(), words());
  }

  @Test
  public void theWordAboutSomebodyInactiveOrOutOfScopeWaits_andIsShown() {
    choose("1", "2");
    world.source.status("1", "SUSPENDED");
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"]}}");
    world.source.group("g", "pilots", "1", "3");
    for (String id : List.of("1", "2")) {
      assertEquals(Verdict.NAMESAKE_WAITS, candidate(id).verdict());
      assertEquals(Message.of("take-over-rests", "LDAP"), candidate(id).doubt());
      assertEquals(SyncWorld.ELSEWHERE, candidate(id).elsewhere().directoryId());
    }
    letGo(world.sync());
    assertEquals(List.of("1", "2"), words());
    assertEquals(1, world.adoption.withdraw(world.connectionId(), Set.of("2")));
    world.source.status("1", "ACTIVE");
    world.sync();
    assertTrue(has("ann"));
    assertFalse(has("bob"));
  }
}
