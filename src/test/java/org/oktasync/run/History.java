package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.Operation;
import org.oktasync.record.Finding;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;

/** A small organisation that changes by chance, on both sides, with names that often collide. */
final class History {
  private static final String[] NAMES = {
    "ann", "Bob", "cid", "dora", "eve", "FRED", "gus", "hal", "ida", "jo'n", "k/l", "m<n"
  };
  private static final String[] TEAMS = {"alpha", "Beta", "gamma", "delta, ltd"};

  final SyncWorld world;
  private final Random random;
  private final boolean deletes;

  History(int seed) {
    this(seed, "confirmed");
  }

  /**
   * @param adopt what the connection does about accounts that are there already
   */
  History(int seed, String adopt) {
    this(seed, adopt, SyncWorld.unguarded());
  }

  /**
   * @param adopt what the connection does about accounts that are there already
   * @param world where it happens
   */
  History(int seed, String adopt, SyncWorld world) {
    random = new Random(seed);
    deletes = random.nextBoolean() && !adopt.equals("never");
    this.world = world;
    world.change("{\"users\":{\"adopt\":\"" + adopt + "\"}}");
    if (deletes) {
      world.change(
          "{\"groups\":{\"notFound\":\"delete\"},\"leavers\":{\"inactive\":\"delete\","
              + "\"notFound\":\"delete\",\"deleteAfterDays\":1}}");
    }
  }

  /** Whether accounts and groups are deleted some day. */
  boolean deletes() {
    return deletes;
  }

  /** So many changes in the source alone. */
  void sourceChanges(int changes) {
    for (int i = 0; i < changes; i++) {
      changeSource();
    }
  }

  /** Most people are gone at once, as behind one wrong filter. */
  void manyLeave() {
    for (SourceUser user : world.source.people()) {
      if (random.nextInt(5) > 0) {
        world.source.deletePerson(user.id().value());
      }
    }
  }

  /** Nobody is left in one group. */
  void emptyAGroup() {
    world.source.groups().stream()
        .filter(group -> !world.source.membersOf(group.id()).isEmpty())
        .findFirst()
        .ifPresent(group -> world.source.group(group.id().value(), group.name()));
  }

  /** So many changes by hand in Jira alone. */
  void jiraChanges(int changes) {
    for (int i = 0; i < changes; i++) {
      changeJira();
    }
  }

  /** The e-mail address of somebody changes, and of it only the case. */
  void letters() {
    String id = person();
    for (SourceUser user : world.source.people()) {
      if (user.id().value().equals(id)) {
        String email = user.attributes().text("profile.email");
        String other =
            email.equals(email.toUpperCase(Locale.ROOT))
                ? email.toLowerCase(Locale.ROOT)
                : email.toUpperCase(Locale.ROOT);
        world.source.person(id, user.attributes().text("profile.login"), user.status(), other, "L");
      }
    }
  }

  /** A handful of changes. */
  void perturb() {
    world.passHours(random.nextInt(48));
    int changes = 3 + random.nextInt(12);
    for (int i = 0; i < changes; i++) {
      if (random.nextInt(5) == 0) {
        changeJira();
      } else {
        changeSource();
      }
    }
  }

  private String person() {
    return "u" + random.nextInt(9);
  }

  private String team() {
    return "g" + random.nextInt(4);
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private boolean known(String id) {
    return world.source.people().stream().anyMatch(user -> user.id().value().equals(id));
  }

  private void changeSource() {
    String id = person();
    switch (random.nextInt(7)) {
      case 0, 1 -> world.source.person(id, name());
      case 2 -> world.source.person(id, name(), "ACTIVE", name() + "@x.org", "New " + name());
      case 3 -> setStatus(id, random.nextBoolean() ? "SUSPENDED" : "ACTIVE");
      case 4 -> world.source.deletePerson(id);
      case 5 -> world.source.deleteGroup(team());
      default -> changeTeam();
    }
  }

  private void setStatus(String id, String status) {
    if (known(id)) {
      world.source.status(id, status);
    }
  }

  private void changeTeam() {
    List<String> inside = new ArrayList<>();
    for (SourceUser user : world.source.people()) {
      if (random.nextBoolean()) {
        inside.add(user.id().value());
      }
    }
    String team = TEAMS[random.nextInt(TEAMS.length)];
    world.source.group(team(), team, inside.toArray(String[]::new));
  }

  private void changeJira() {
    AccountName name = new AccountName(name());
    Optional<Account> account = world.directory.account(name);
    switch (random.nextInt(8)) {
      case 0 -> holdNew(name, account);
      case 1 -> account.ifPresent(a -> world.directory.world().delete(a.name()));
      case 2 -> account.ifPresent(a -> world.directory.world().hold(a.withActive(!a.active())));
      case 3 -> account.ifPresent(a -> join(a.name()));
      case 4 -> account.ifPresent(this::edit);
      case 5 -> account.ifPresent(a -> renameByHand(a.name()));
      case 6 -> dropAMember();
      default -> world.directory.world().holdElsewhere(new GroupName("delta, ltd"));
    }
  }

  private void edit(Account account) {
    String mark = "by hand " + random.nextInt(3);
    world
        .directory
        .world()
        .hold(new Account(account.name(), mark, mark.charAt(8) + "@hand.org", account.active()));
  }

  /** Somebody gets another name in Jira, which nobody in the source has. */
  private void renameByHand(AccountName name) {
    AccountName other = new AccountName("by.hand." + random.nextInt(3));
    if (world.directory.account(other).isEmpty() && !name.value().startsWith("by.hand.")) {
      world.directory.world().rename(name, other);
    }
  }

  private void dropAMember() {
    List<GroupName> groups = world.directory.world().groups();
    if (!groups.isEmpty()) {
      GroupName group = groups.get(random.nextInt(groups.size()));
      world.directory.world().membersOf(group).stream()
          .findFirst()
          .ifPresent(member -> world.directory.world().removeMember(group, member));
    }
  }

  private void holdNew(AccountName name, Optional<Account> account) {
    if (account.isEmpty()) {
      world.directory.world().hold(new Account(name, "Local", "", true));
    }
  }

  private void join(AccountName name) {
    List<GroupName> groups = world.directory.world().groups();
    if (!groups.isEmpty()) {
      world.directory.world().holdGroup(groups.get(random.nextInt(groups.size())), name);
    }
  }

  /** A run that looks at what changed. */
  SyncRun incremental() {
    return fine(world.incremental());
  }

  SyncRun sync() {
    return fine(world.sync());
  }

  private static SyncRun fine(SyncRun run) {
    Set<RunState> fine = Set.of(RunState.SUCCEEDED, RunState.PARTIAL);
    assertTrue(run.state() + " " + run.message(), fine.contains(run.state()));
    return run;
  }

  /** The next run dies at its nth write; then another node takes over. */
  void dieAtWrite(int write, boolean answerLost) {
    dieAtWrite(write, answerLost, SyncRun.FULL);
  }

  /** The same, in runs of this mode. */
  void dieAtWrite(int write, boolean answerLost, String mode) {
    world.directory.faults().clear();
    NodeDeath death = new NodeDeath();
    int nth = world.directory.faults().writesSoFar() + write;
    if (answerLost) {
      world.directory.faults().failAfterWrite(nth, () -> die(death));
    } else {
      world.directory.faults().failBeforeWrite(nth, () -> die(death));
    }
    world.run("manual", mode, false);
    world.journal.revive();
    world.links.revive();
    world.states.revive();
    world.directory.faults().clear();
    world.releaseLocks();
    fine(world.run("manual", mode, false));
  }

  private NodeDeath die(NodeDeath death) {
    world.journal.die();
    world.links.die();
    world.states.die();
    return death;
  }

  /** Thrown where the node dies; from then on nothing it does reaches the stores. */
  private static final class NodeDeath extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The next run's nth write is the last thing that the database hears of, until it is back a
   * minute later.
   *
   * @return how much was written while it was away
   */
  int loseDatabaseAtWrite(int write, String mode) {
    world.directory.faults().clear();
    int nth = world.directory.faults().writesSoFar() + write;
    world.directory.faults().meanwhile(nth, world.database::begin);
    world.run("manual", mode, false);
    int written = Math.max(0, world.directory.faults().writesSoFar() - nth);
    world.database.end();
    world.directory.faults().clear();
    world.passHours(1);
    return written;
  }

  /** One write of the next run fails, and the run goes on. */
  void failAtWrite(int write) {
    int nth = world.directory.faults().writesSoFar() + write;
    world
        .directory
        .faults()
        .failBeforeWrite(
            nth,
            () ->
                new TargetException(
                    TargetException.Kind.INVALID, Message.of("fake-failure"), null));
  }

  /** Everybody whom the source has is active. */
  void noneInactive() {
    world.source.people().forEach(user -> world.source.status(user.id().value(), "ACTIVE"));
  }

  /** Okta ids of the people of ours whose accounts are active. */
  Set<String> activeOurs() {
    Set<String> ids = new HashSet<>();
    for (Link link : world.linksOf(EntityKind.USER)) {
      if (world.directory.account(link.accountName()).filter(Account::active).isPresent()) {
        ids.add(link.externalId().value());
      }
    }
    return ids;
  }

  /** People of ours in groups of ours, by Okta ids. */
  Set<String> membershipsOfOurs() {
    Set<String> ids = new HashSet<>();
    for (Link group : world.linksOf(EntityKind.GROUP)) {
      List<AccountName> inside = world.directory.world().membersOf(group.groupName());
      for (Link person : world.linksOf(EntityKind.USER)) {
        if (inside.contains(person.accountName())) {
          ids.add(person.externalId().value() + " in " + group.externalId().value());
        }
      }
    }
    return ids;
  }

  long activeAccounts() {
    return world.directory.world().accounts().stream().filter(Account::active).count();
  }

  long removed(SyncRun run) {
    return run.counts().get(EntityKind.MEMBERSHIP, Tally.REMOVED);
  }

  /** Accounts and groups without a link, as text; and the members without a link of each group. */
  Map<String, String> unowned() {
    Set<String> owned = new HashSet<>();
    world.linksOf(EntityKind.USER).forEach(link -> owned.add(link.accountName().key()));
    Set<String> ownedGroups = new HashSet<>();
    world.linksOf(EntityKind.GROUP).forEach(link -> ownedGroups.add(link.groupName().key()));
    Map<String, String> text = new TreeMap<>();
    for (Account account : world.directory.world().accounts()) {
      if (!owned.contains(account.name().key())) {
        text.put("account " + account.name().key(), account.toString());
      }
    }
    for (GroupName group : world.directory.world().groups()) {
      List<AccountName> members =
          world.directory.world().membersOf(group).stream()
              .filter(member -> !ownedGroups.contains(group.key()) || !owned.contains(member.key()))
              .toList();
      // One of ours with nobody else in it may be deleted.
      if (!members.isEmpty() || !ownedGroups.contains(group.key())) {
        text.put("members " + group.key(), members.toString());
      }
    }
    return text;
  }

  /** Every linked person and group is as the source has it, but for what is reported. */
  void assertConverged() {
    Set<String> reported = new HashSet<>();
    for (Finding finding : world.findings.standing(world.connectionId())) {
      reported.add(finding.sourceId());
    }
    Map<ExternalId, AccountName> accounts = new HashMap<>();
    world.linksOf(EntityKind.USER).forEach(l -> accounts.put(l.externalId(), l.accountName()));
    for (SourceUser user : world.source.people()) {
      if (!reported.contains(user.id().value())) {
        assertPerson(user, accounts.get(user.id()));
      }
    }
    for (Link link : world.linksOf(EntityKind.GROUP)) {
      if (!reported.contains(link.externalId().value())) {
        assertMembers(link, accounts, reported);
      }
    }
  }

  private void assertPerson(SourceUser user, AccountName name) {
    boolean active = user.status().equals("ACTIVE");
    if (name == null) {
      assertTrue("no account for " + user, !active);
      return;
    }
    Optional<Account> account = world.directory.account(name);
    if (account.isEmpty()) {
      assertTrue("account is gone of " + user, !active);
      return;
    }
    assertEquals(user.attributes().text("profile.login"), account.get().name().value());
    assertEquals(user.attributes().text("profile.displayName"), account.get().displayName());
    assertEquals(user.attributes().text("profile.email"), account.get().email());
    assertEquals(active, account.get().active());
  }

  private void assertMembers(
      Link link, Map<ExternalId, AccountName> accounts, Set<String> reported) {
    Set<ExternalId> wanted = world.source.membersOf(link.externalId());
    List<AccountName> present = world.directory.world().membersOf(link.groupName());
    for (SourceUser user : world.source.people()) {
      boolean comparable = user.status().equals("ACTIVE") && !reported.contains(user.id().value());
      if (comparable) {
        AccountName name = accounts.get(user.id());
        assertEquals(
            name + " in " + link.name(), wanted.contains(user.id()), present.contains(name));
      }
    }
  }

  /**
   * Another run writes nothing and has no changes. Where an account was deleted, its name has come
   * to be that of a former user, so that who waits for it does so for another reason.
   */
  void assertQuiet() {
    String before = world.directory.world().text();
    long writes = world.directory.writes();
    SyncRun run = sync();
    assertEquals(before, world.directory.world().text());
    assertEquals(writes, world.directory.writes());
    List<JournalEntry> changes =
        world.journal.changes(run.id(), JournalQuery.all(0, 100)).values().stream()
            .filter(entry -> !deletes || entry.change().row().operation() != Operation.LEAVE)
            .toList();
    assertEquals(List.of(), changes);
  }
}
