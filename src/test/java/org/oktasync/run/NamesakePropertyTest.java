package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.TakeOver;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.adoption.AdoptionChoice;

/**
 * What must hold for every history in which people have accounts of the same name in another
 * directory, some of them confirmed, and both directories change. Histories are drawn from a seed,
 * which a failure names.
 */
public class NamesakePropertyTest {
  private static final int HISTORIES = 60;
  private static final String[] NAMES = {"ann", "bob", "cid", "dora", "eve", "fred", "gus", "hal"};
  private static final String[] GROUPS = {"old one", "old two", "alpha"};

  /** How many accounts were taken over, over all histories. */
  private int taken;

  /** How many were brought into groups. */
  private int brought;

  @Test
  public void theOtherDirectoryAndWhatIsNotOursStayAsTheyAre_andOnlyTheConfirmedAreTakenOver() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all(), integers().between(0, 12))
        .checkAssert(
            (seed, deadAt) -> {
              Elsewhere it = new Elsewhere(seed);
              for (int round = 0; round < 4; round++) {
                it.change();
                it.confirmSome();
                it.check(round == 2 ? deadAt : 0);
              }
            });
    assertTrue("taken over: " + taken, taken > HISTORIES / 4);
    assertTrue("brought along: " + brought, brought > HISTORIES / 8);
  }

  /** One history. */
  private final class Elsewhere {
    private final Random random;
    private final History history;
    private final SyncWorld world;

    Elsewhere(int seed) {
      random = new Random(seed);
      history = new History(seed);
      world = history.world;
      world.change("{\"groups\":{\"takeOver\":[\"old one\",\"old two\"]}}");
      for (String name : NAMES) {
        if (random.nextBoolean()) {
          hold(name);
        }
      }
    }

    private void hold(String name) {
      world.holdElsewhere(name, name + (random.nextBoolean() ? "@example.com" : "@else.org"));
      world.holdGroupElsewhere(GROUPS[random.nextInt(GROUPS.length)], name);
    }

    void change() {
      history.perturb();
      String name = NAMES[random.nextInt(NAMES.length)];
      AccountName one = new AccountName(name);
      Optional<Account> account = world.elsewhere.account(one);
      switch (random.nextInt(5)) {
        case 0 -> hold(name);
        case 1 -> {
          world.elsewhere.world().delete(one);
          world.directory.world().releaseElsewhere(one);
        }
        case 2 ->
            account.ifPresent(
                held -> world.elsewhere.world().hold(held.withActive(!held.active())));
        case 3 -> {
          world.administrators.clear();
          world.administrators.add(name);
        }
        default -> {}
      }
    }

    void confirmSome() {
      Set<String> some =
          world.adoption.preview(world.connectionId(), "operator").stream()
              .filter(candidate -> candidate.verdict() == Verdict.NAMESAKE_BY_NAME)
              .filter(candidate -> random.nextBoolean())
              .map(candidate -> candidate.sourceId().value())
              .collect(Collectors.toSet());
      AdoptionChoice choice =
          new AdoptionChoice(random.nextBoolean() ? Set.of(Verdict.NAMESAKE) : Set.of(), some);
      world.adoption.confirm(world.connectionId(), choice, "operator");
      if (random.nextInt(3) == 0) { // the world goes on between the word and the run
        change();
      }
    }

    void check(int deadAt) {
      final Map<String, String> unowned = history.unowned();
      final String there = world.elsewhere.world().text();
      final Set<String> words = words();
      final Set<String> linked = linked();
      if (deadAt > 0) {
        history.dieAtWrite(deadAt, random.nextBoolean());
      } else {
        history.sync();
      }
      assertEquals(there, world.elsewhere.world().text());
      assertEquals(0, world.elsewhere.writes());
      Map<String, String> after = history.unowned();
      unowned.forEach((name, was) -> assertEquals(name, was, after.get(name)));
      for (Link link : world.linksOf(EntityKind.USER)) {
        String id = link.externalId().value();
        if (!linked.contains(id) && world.elsewhere.account(link.accountName()).isPresent()) {
          assertTrue(id + " was not confirmed", words.contains(id));
          assertEquals(world.directory.keyOf(link.accountName()), link.userKey());
          taken++;
        }
      }
      brought += world.directory.world().membersOf(new GroupName("old one")).size();
      history.assertQuiet();
    }

    private Set<String> words() {
      List<TakeOver> waiting = world.takeOvers.waiting(world.connectionId());
      return waiting.stream().map(word -> word.sourceId().value()).collect(Collectors.toSet());
    }

    private Set<String> linked() {
      Set<String> ids = new HashSet<>();
      world.linksOf(EntityKind.USER).forEach(link -> ids.add(link.externalId().value()));
      return ids;
    }
  }
}
