package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.record.RunEnds;
import org.oktasync.record.RunEndsContract;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

public final class AoRunEndsTest extends RunEndsContract {
  private static final int NODES = 4;

  @Rule public final TestDatabase database = new TestDatabase();

  private ActiveObjects ao;
  private RunEnds ends;
  private RunJournal journal;

  @Before
  public void setUp() {
    ao = database.node();
    ends = node();
    journal = new AoRunJournal(ao, new AoPlanStore(ao));
  }

  private RunEnds node() {
    return new AoRunEnds(database.node(), Clock.systemUTC());
  }

  @Override
  protected RunEnds ends() {
    return ends;
  }

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Test
  public void ofSeveralNodesThatWantToTellOneEnd_exactlyOneDoes() throws Exception {
    for (int round = 0; round < 5; round++) {
      long run = ended(RunState.FAILED).id();
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        RunEnds node = node();
        tries.add(() -> node.claim(run, RunState.FAILED));
      }
      assertEquals(1, AllAtOnce.winners(tries));
    }
  }

  @Test
  public void runsOfVersionsThatToldNobody_areNoNews() {
    SyncRun old = ended(RunState.FAILED);
    AoSyncRun row = ao.get(AoSyncRun.class, old.id());
    row.setToldState(null);
    row.save();
    Instant now = old.times().startedAt().plusSeconds(1);
    assertEquals(List.of(), ends.untold(now));
  }
}
