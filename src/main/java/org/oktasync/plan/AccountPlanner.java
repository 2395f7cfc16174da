package org.oktasync.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.mapping.Correlator;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.Person.Standing;
import org.oktasync.rows.NumberedRows;

/** Plans what happens to people's accounts: first renames, then everybody in order of their id. */
final class AccountPlanner {
  /** Jira keeps these in step with the display name, unless they are written with it. */
  private static final Set<String> CHANGED_ALONG =
      Set.of(Change.Attributes.FIRST_NAME, Change.Attributes.LAST_NAME);

  private final CurrentState current;
  private final Policy policy;
  private final PlanSink sink;
  private final boolean absenceProves;

  /**
   * @param absenceProves whether the list of people is whole, so that who is not on it is gone
   */
  AccountPlanner(CurrentState current, Policy policy, PlanSink sink, boolean absenceProves) {
    this.current = current;
    this.policy = policy;
    this.sink = sink;
    this.absenceProves = absenceProves;
  }

  /**
   * Plans everybody.
   *
   * @param people in ascending order of id
   * @param planned is told who will have which account
   */
  void plan(NumberedRows<Person> people, PlannedPeople planned) {
    NameClaims claims = new NameClaims(people);
    Correlator correlator = correlator(people, claims);
    Map<ExternalId, String> refused = new HashMap<>();
    RenameOrder renames = planRenames(people, claims, refused);
    renames.changes().forEach(change -> sink.change(Phase.PREPARE, change));
    BitSet created = new BitSet();
    try (Cursor<Person> all = people.all()) {
      for (int number = 0; all.hasNext(); number++) {
        Person person = all.next();
        Step step = new Step(person, claims, renames, correlator, refused.get(person.id()));
        AccountName name = step.plan();
        planned.add(person, name, step.leavesGroups, step.created);
        created.set(number, step.created);
      }
    }
    // Behind all creations, which are made in bulk as long as nothing stands between them.
    CreatedProperties properties = new CreatedProperties(policy, current, sink);
    created.stream().forEach(number -> properties.plan(people.at(number)));
  }

  /** Among the accounts that are nobody's; whoever is linked has found theirs. */
  private Correlator correlator(NumberedRows<Person> people, NameClaims claims) {
    List<Account> unlinked = new ArrayList<>();
    for (Account account : current.everyAccount()) {
      if (claims.holderOf(account.name()) == null) {
        unlinked.add(account);
      }
    }
    return new Correlator(policy.heldRules(), () -> new DesiredPeople(people.all()), unlinked);
  }

  private RenameOrder planRenames(
      NumberedRows<Person> people, NameClaims claims, Map<ExternalId, String> refused) {
    List<RenameOrder.Rename> renames = new ArrayList<>();
    try (Cursor<Person> all = people.all()) {
      while (all.hasNext()) {
        Person person = all.next();
        if (wantsRename(person)) {
          String obstacle = obstacle(person, claims);
          if (obstacle.isEmpty()) {
            ExternalId waitsFor = claims.idOfHolder(person.wantedName());
            renames.add(new RenameOrder.Rename(person, person.wantedName(), waitsFor));
          } else {
            refused.put(person.id(), obstacle);
          }
        }
      }
    }
    RenameOrder order = new RenameOrder(renames);
    renames.stream()
        .map(rename -> rename.person().id())
        .filter(id -> !order.possible(id))
        .forEach(id -> refused.put(id, Reasons.NAME_DISPUTED));
    return order;
  }

  private boolean wantsRename(Person person) {
    return policy.updateAccounts()
        && person.standing() == Standing.PRESENT
        && person.wantedName() != null
        && !person.wantedName().equals(person.current().name());
  }

  /** Why this person's account cannot have the name that the source wants; empty if it can. */
  private String obstacle(Person person, NameClaims claims) {
    if (!claims.won(person)) {
      return Reasons.NAME_DISPUTED;
    }
    if (person.standing() == Standing.PRESENT && current.isProtected(person.current().name())) {
      return Reasons.PROTECTED_ACCOUNT;
    } else if (person.standing() == Standing.PRESENT
        && current.isHeldElsewhere(person.current().name())) {
      return Reasons.RENAME_SPLITS;
    }
    AccountName name = person.wantedName();
    return switch (current.holderOf(name)) {
      case FREE -> "";
      case TARGET -> claims.holderOf(name) == null ? Reasons.NAME_TAKEN : "";
      case OTHER_DIRECTORY -> Reasons.NAME_IN_OTHER_DIRECTORY;
      case FORMER_USER -> formerSelf(person) ? "" : Reasons.NAME_OF_FORMER_USER;
    };
  }

  /** Whether the user key that Jira still knows for the wanted name is this person's own. */
  private boolean formerSelf(Person person) {
    return person.link() != null
        && !person.link().userKey().isEmpty()
        && person.link().userKey().equals(current.keyOf(person.wantedName()));
  }

  /** The planning of one person. */
  private final class Step {
    private final Person person;
    private final NameClaims claims;
    private final RenameOrder renames;
    private final Correlator correlator;
    private final String renameRefused;
    private final PersonChanges changes;
    private boolean created;

    /** Why the account leaves its groups; empty when it does not. */
    private String leavesGroups = "";

    Step(
        Person person,
        NameClaims claims,
        RenameOrder renames,
        Correlator correlator,
        String renameRefused) {
      this.person = person;
      this.changes = new PersonChanges(person, sink);
      this.claims = claims;
      this.renames = renames;
      this.correlator = correlator;
      this.renameRefused = renameRefused;
    }

    /**
     * Emits this person's changes and answers the name of their account; null if none is usable.
     */
    AccountName plan() {
      AccountName name = account();
      if (person.link() != null && person.link().leavingSince() != null && stays()) {
        AccountName held = name == null ? person.link().accountName() : name;
        changes.emit(Phase.PREPARE, new AccountChange.StayActive(person.id(), held));
      }
      return name;
    }

    private AccountName account() {
      return switch (person.standing()) {
        case UNLINKED -> unlinked();
        case DELETED_IN_JIRA -> deletedInJira();
        case RESTING -> changes.leave(Reasons.RENAMED_IN_JIRA, person.link().name());
        case PRESENT -> present();
      };
    }

    private AccountName unlinked() {
      if (!person.inScope()) {
        return null;
      }
      if (person.desired().problem() != null) {
        return changes.leave(
            person.desired().problem().code(), person.desired().problem().detail());
      }
      return person.wantedActive() ? adoptOrCreate() : null;
    }

    /** The account comes back if the person is still wanted; if not, nothing is missing. */
    private AccountName deletedInJira() {
      return person.wantedActive() ? unlinked() : null;
    }

    private AccountName adoptOrCreate() {
      return policy.takesOver(person, current) ? takeOver() : asAnybody();
    }

    private AccountName asAnybody() {
      String obstacle = obstacle(person, claims);
      if (obstacle.isEmpty()) {
        Person holder = claims.holderOf(person.wantedName());
        if (holder != null && !renames.possible(holder.id())) {
          return changes.leave(Reasons.NAME_DISPUTED, holder.label());
        }
        return create("");
      }
      if (obstacle.equals(Reasons.NAME_TAKEN) && policy.adoptAccounts()) {
        return claims.contested(person.wantedName())
            ? changes.leave(Reasons.NAME_DISPUTED, person.wantedName().value())
            : adopt();
      }
      return changes.leave(obstacle, person.wantedName().value());
    }

    /** An administrator said whose account it is; all that they saw must still be so. */
    private AccountName takeOver() {
      AccountName name = person.wantedName();
      Namesakes.Namesake namesake = current.namesakes().of(person.id(), name);
      if (!namesake.obstacle().isEmpty()) {
        return changes.leave(namesake.obstacle(), namesake.directory());
      } else if (!claims.won(person) || claims.contested(name)) {
        return changes.leave(Reasons.NAMESAKE_DISPUTED, name.value());
      }
      return current.holderOf(name) == NameHolder.TARGET
          ? asAnybody()
          : create(namesake.directory());
    }

    private AccountName create(String takenFrom) {
      Optional<AccountName> own = unlinkedAccountOfThisPerson();
      if (own.isPresent()) {
        return changes.leave(Reasons.ADOPTION_CANDIDATE, own.get().value());
      } else if (!policy.createAccounts()) {
        return changes.leave(Reasons.CREATE_OFF, "");
      }
      Account account = person.desired().account();
      Map<String, String> names = new TreeMap<>(account.more());
      names.keySet().removeIf(attribute -> attribute.startsWith(Change.Attributes.PROPERTY));
      changes.emit(
          Phase.PREPARE,
          new AccountChange.CreateAccount(person.id(), account.with(names), takenFrom));
      created = true;
      remark();
      return person.wantedName();
    }

    /** A second account beside it would split one person in two. */
    private Optional<AccountName> unlinkedAccountOfThisPerson() {
      return correlator
          .match(person.desired())
          .map(match -> match.account().name())
          .filter(name -> person.link() == null);
    }

    private AccountName adopt() {
      AccountName name = person.wantedName();
      if (current.isProtected(name)) {
        return changes.leave(Reasons.PROTECTED_ACCOUNT, name.value());
      }
      if (!current.isPlain(name)) {
        return changes.leave(Reasons.NAME_TAKEN, name.value());
      }
      Account account = current.account(name).orElseThrow();
      changes.emit(Phase.PREPARE, new AccountChange.AdoptAccount(person.id(), account.name()));
      update(account, account.name());
      activity(account, account.name());
      return account.name();
    }

    private AccountName present() {
      sink.owned(EntityKind.USER, person.current().active() ? 1 : 0);
      sink.linked(1);
      AccountName name = person.current().name();
      if (!person.inScope()) {
        outside(name);
      } else if (person.desired().problem() != null) {
        changes.leave(person.desired().problem().code(), person.desired().problem().detail());
        activity(person.current(), name);
      } else {
        name = nameAfterRename(name);
        update(person.current(), name);
        activity(person.current(), name);
      }
      if (!changes.any()) {
        sink.unchanged(EntityKind.USER, 1);
      }
      return name;
    }

    private AccountName nameAfterRename(AccountName name) {
      if (renames.possible(person.id())) {
        changes.renamed(person.wantedName());
        return person.wantedName();
      }
      if (renameRefused != null) {
        changes.leave(renameRefused, person.wantedName().value());
      }
      return name;
    }

    /** The source does not list the person, or the connection is not about them. */
    private void outside(AccountName name) {
      if (person.desired() != null && person.desired().reach() == Reach.EXCLUDED) {
        changes.leave(Reasons.EXCLUDED, "");
      } else if (person.desired() != null || absenceProves) {
        leaver(person.current(), name);
      }
    }

    private void leaver(Account account, AccountName name) {
      leavesGroups = leavers().plan(person, account, name, changes);
    }

    private LeaverPlanner leavers() {
      HandOver handOver = new HandOver(current, policy.leads(), claims, renames);
      return new LeaverPlanner(current, policy, handOver);
    }

    /** Whether an account that waits to be deactivated no longer does; not while nobody knows. */
    private boolean stays() {
      boolean known = person.desired() != null || absenceProves;
      return person.standing() != Standing.PRESENT || (known && leavers().stays(person));
    }

    private void activity(Account account, AccountName name) {
      if (person.wantedActive() && !account.active()) {
        if (policy.reactivateAccounts()) {
          changes.emit(Phase.PREPARE, new AccountChange.ReactivateAccount(person.id(), name));
        } else {
          changes.leave(Reasons.REACTIVATE_OFF, "");
        }
      } else if (!person.wantedActive() && person.current() != null) {
        leaver(account, name);
      }
    }

    private void update(Account account, AccountName name) {
      if (!policy.updateAccounts()) {
        return;
      }
      remark();
      Map<String, String> now = account.attributes();
      Map<String, String> before = new TreeMap<>();
      Map<String, String> after = new TreeMap<>();
      Map<String, String> wanted = person.desired().attributes();
      String shown = wanted.get(Change.Attributes.DISPLAY_NAME);
      boolean renames = shown != null && !shown.equals(account.displayName());
      wanted.forEach(
          (attribute, value) -> {
            String present = now.getOrDefault(attribute, "");
            if (!value.equals(present) || (renames && CHANGED_ALONG.contains(attribute))) {
              before.put(attribute, present);
              after.put(attribute, value);
            }
          });
      if (!after.isEmpty()) {
        changes.emit(
            Phase.PREPARE, new AccountChange.UpdateAccount(person.id(), name, before, after));
      }
    }

    /** What is wrong with single attributes of somebody who has an account. */
    private void remark() {
      person.desired().remarks().forEach(remark -> changes.leave(remark.code(), remark.detail()));
    }
  }
}
