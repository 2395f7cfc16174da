package org.oktasync.run;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.run.adoption.AdoptionCandidate;
import org.oktasync.run.adoption.AdoptionChoice;

/**
 * Ann and Bob have an account of the same name in another directory, which no run ever writes to;
 * Carl is in Okta alone.
 */
abstract class NamesakeScene {
  static final AccountName ANN = new AccountName("ann");

  final SyncWorld world = SyncWorld.unguarded();
  String othersBefore;

  /** Ann is the same in both places, Bob has another address there. */
  @Before
  public void fill() {
    world.holdElsewhere("ann", "ANN@example.com");
    world.holdElsewhere("bob", "somebody@example.com");
    world.holdGroupElsewhere("developers", "ann", "bob");
    world.holdGroupElsewhere("lunch", "ann");
    world.source.person("1", "ann").person("2", "bob").person("3", "carl");
    othersBefore = world.elsewhere.world().text();
  }

  @After
  public void theOtherDirectoryIsNeverWrittenTo() {
    assertEquals(0, world.elsewhere.writes());
  }

  List<AdoptionCandidate> preview() {
    return world.adoption.preview(world.connectionId(), "operator");
  }

  AdoptionCandidate candidate(String id) {
    return preview().stream()
        .filter(one -> one.sourceId().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  SyncRun choose(String... ids) {
    return world.stored(
        world.adoption.confirm(
            world.connectionId(), new AdoptionChoice(Set.of(), Set.of(ids)), "operator"));
  }

  void bring(String... groups) {
    world.change("{\"groups\":{\"takeOver\":[\"" + String.join("\",\"", groups) + "\"]}}");
  }

  boolean has(String name) {
    return world.directory.account(new AccountName(name)).isPresent();
  }

  List<String> members(String group) {
    return world.directory.world().membersOf(new GroupName(group)).stream()
        .map(AccountName::value)
        .toList();
  }

  Set<String> reasons(String subject) {
    return world.findings.standing(world.connectionId()).stream()
        .filter(finding -> finding.subject().equals(subject))
        .map(Finding::reason)
        .collect(Collectors.toSet());
  }

  static org.oktasync.model.ExternalId id(String value) {
    return new org.oktasync.model.ExternalId(value);
  }
}
