package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.SourceUser;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.run.rules.RunRules;

/**
 * A small organisation whose people lead projects and components, by chance, and where those who
 * are to take over leave, come back, are renamed and lose the right as anybody does.
 */
final class LeadHistory {
  private static final List<Lead> PLACES =
      List.of(
          Lead.ofProject("ABC"),
          new Lead("ABC", "Backend"),
          new Lead("ABC", "Docs"),
          Lead.ofProject("DEF"),
          new Lead("DEF", "Backend"),
          Lead.ofProject("GHI"));
  private static final List<String> PEOPLE =
      List.of("ann", "Bob", "cid", "dora", "eve", "FRED", "gus", "hal");
  private static final List<String> NAMES = List.of("ann", "Bob", "cid", "gus", "hal", "boss");
  private static final Set<String> REASONS =
      Set.of(
          "lead-leaves",
          "lead-replacement-unknown",
          "lead-replacement-inactive",
          "lead-replacement-not-assignable");

  final History history;
  final SyncWorld world;
  private final Random random;

  LeadHistory(int seed) {
    random = new Random(~seed);
    world = SyncWorld.unguarded();
    history = new History(seed, random.nextBoolean() ? "confirmed" : "never", world);
    world.directory.world().hold(new Account(new AccountName("boss"), "Boss", "", true));
    nameReplacements();
    for (int i = 0; i < PEOPLE.size(); i++) {
      world.source.person("u" + i, PEOPLE.get(i));
    }
    history.sync();
  }

  /** Often the same one for both, sometimes nobody. */
  private void nameReplacements() {
    String project = random.nextInt(5) == 0 ? "" : pick(NAMES);
    nameReplacements(project, random.nextInt(5) == 0 ? "" : pick(NAMES));
  }

  private void nameReplacements(String project, String component) {
    world.change(
        "{\"leavers\":{\"projectLead\":\""
            + project
            + "\",\"componentLead\":\""
            + component
            + "\"}}");
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A handful of changes of people, and of who leads what. */
  void perturb() {
    history.perturb();
    for (int i = random.nextInt(4); i > 0; i--) {
      leave();
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(8)) {
        case 0 -> nameReplacements();
        case 1 -> close(pick(PLACES).project());
        default -> assign();
      }
    }
    if (random.nextInt(4) > 0) {
      burden();
    }
  }

  private void leave() {
    List<SourceUser> people = world.source.people();
    if (!people.isEmpty()) {
      String id = pick(people).id().value();
      if (random.nextInt(3) == 0) {
        world.source.deletePerson(id);
      } else {
        world.source.status(id, "SUSPENDED");
      }
    }
  }

  /** One of those who are about to leave leads several things; another was to take over. */
  private void burden() {
    List<Link> leavers =
        present().stream()
            .filter(link -> !wantedActive(link) && isActive(link.accountName()))
            .toList();
    if (!leavers.isEmpty()) {
      String leaver = pick(leavers).name();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        world.leads.put(pick(PLACES), leaver);
      }
      if (random.nextInt(3) == 0) {
        nameReplacements(pick(leavers).name(), "boss");
      }
    }
  }

  private void close(String project) {
    if (!world.leads.closed.remove(project)) {
      world.leads.closed.add(project);
    }
  }

  /** Somebody who has an account comes to lead something. */
  Lead assign() {
    Lead lead = pick(PLACES);
    world.leads.put(lead, pick(world.directory.world().accounts()).name().value());
    return lead;
  }

  /** Nothing of some place can be written. */
  void stick() {
    world.leads.stuck.clear();
    world.leads.stuck.add(pick(PLACES));
  }

  /** Who leads what, by user keys, which outlive renames. */
  Map<Lead, String> leaders() {
    Map<Lead, String> leaders = new TreeMap<>();
    world.leads.all().forEach((lead, name) -> leaders.put(lead, world.directory.keyOf(name)));
    return leaders;
  }

  /** Whose accounts are active, by user keys. */
  Set<String> active() {
    return world.directory.world().accounts().stream()
        .filter(Account::active)
        .map(account -> world.directory.keyOf(account.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Who takes a place over; empty when it stays as it is. */
  private Optional<AccountName> replacement(Lead lead) {
    return new RunRules(world.connection().settings()).leads().replacement(lead);
  }

  private boolean wantedActive(Link link) {
    return world.source.people().stream()
        .anyMatch(user -> user.id().equals(link.externalId()) && user.status().equals("ACTIVE"));
  }

  /** The links of accounts that are there. */
  private List<Link> present() {
    return world.linksOf(EntityKind.USER).stream()
        .filter(link -> world.directory.account(link.accountName()).isPresent())
        .filter(link -> world.directory.keyOf(link.accountName()).equals(link.userKey()))
        .toList();
  }

  private boolean isActive(AccountName name) {
    return world.directory.account(name).filter(Account::active).isPresent();
  }

  /** Whether somebody else can take a place over, by what is known before a run. */
  private boolean canTakeOver(AccountName replacement, Link leaver, Lead lead) {
    boolean leaves =
        present().stream()
            .filter(link -> link.accountName().equals(replacement))
            .anyMatch(link -> !wantedActive(link));
    return !leaves
        && !replacement.equals(leaver.accountName())
        && isActive(replacement)
        && !world.leads.closed.contains(lead.project());
  }

  /**
   * What those who are to take over are like; when it changes by a run, the next one may do more.
   */
  String replacements() {
    List<String> states = new ArrayList<>();
    for (Lead lead : PLACES) {
      replacement(lead)
          .ifPresent(name -> states.add(world.directory.keyOf(name) + " " + isActive(name)));
    }
    return states.toString();
  }

  /**
   * Somebody who is to be deactivated or deleted, as a run finds them.
   *
   * @param due who has each of their places in the end, by user key; empty when they keep them
   * @param stuck whether one of the places has nobody to take it
   */
  private record Leaver(Link link, boolean active, Map<Lead, String> due, boolean stuck) {}

  private Leaver leaver(Link link) {
    Map<Lead, String> due = new TreeMap<>();
    boolean stuck = false;
    for (Lead lead : world.leads.ledBy(link.accountName())) {
      Optional<AccountName> replacement = replacement(lead);
      if (replacement.isPresent()) {
        stuck |= !canTakeOver(replacement.get(), link, lead);
        due.put(lead, world.directory.keyOf(replacement.get()));
      }
    }
    return new Leaver(link, isActive(link.accountName()), due, stuck);
  }

  /** A run, after which everybody has what they should. */
  SyncRun syncAsExpected() {
    Map<Lead, String> before = leaders();
    List<Leaver> leavers =
        present().stream().filter(link -> !wantedActive(link)).map(this::leaver).toList();
    SyncRun run = history.sync();
    Map<Lead, String> after = leaders();
    Map<Lead, String> moved = new TreeMap<>();
    leavers.forEach(leaver -> assertAsExpected(leaver, before, after, moved));
    before.forEach(
        (lead, was) -> assertEquals(lead.label(), moved.getOrDefault(lead, was), after.get(lead)));
    return run;
  }

  /**
   * @param moved takes the places that others have now
   */
  private void assertAsExpected(
      Leaver leaver, Map<Lead, String> before, Map<Lead, String> after, Map<Lead, String> moved) {
    String key = leaver.link().userKey();
    if (leaver.active()) {
      assertEquals(leaver + " is active", leaver.stuck(), active().contains(key));
    }
    if (leaver.stuck()) {
      leaver.due().forEach((lead, due) -> assertEquals(leaver + "", key, after.get(lead)));
      assertTrue("not told: " + leaver, !leaver.active() || isTold(leaver));
    } else if (leaver.active() || !before.equals(after)) {
      boolean all = leaver.due().entrySet().stream().allMatch(due -> has(after, due));
      assertTrue("all of them: " + leaver, all || !leaver.active());
      leaver.due().entrySet().stream()
          .filter(due -> all)
          .forEach(due -> moved.put(due.getKey(), due.getValue()));
    }
  }

  private static boolean has(Map<Lead, String> after, Map.Entry<Lead, String> due) {
    return due.getValue().equals(after.get(due.getKey()));
  }

  private boolean isTold(Leaver leaver) {
    for (Finding finding : world.findings.standing(world.connectionId())) {
      if (finding.sourceId().equals(leaver.link().externalId().value())
          && REASONS.contains(finding.reason())) {
        return true;
      }
    }
    return false;
  }

  /** Nobody who was active then and is no more leads what somebody was to take over. */
  void assertNobodyLeftBehind(Set<String> before) {
    Set<String> now = active();
    leaders()
        .forEach(
            (lead, key) -> {
              boolean deactivated = before.contains(key) && !now.contains(key);
              assertFalse(lead + " of " + key, deactivated && replacement(lead).isPresent());
            });
  }

  /** Who is not active any more has handed over all of their places; who is, none. */
  void assertAllOrNone(Map<Lead, String> before, Set<String> active) {
    Map<Lead, String> after = leaders();
    Set<String> now = active();
    before.forEach(
        (lead, key) -> {
          if (replacement(lead).isPresent() && active.contains(key)) {
            assertEquals(lead + " of " + key, now.contains(key), key.equals(after.get(lead)));
          }
        });
  }
}
