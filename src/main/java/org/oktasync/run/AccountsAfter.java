package org.oktasync.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.assets.UserLookup;
import org.oktasync.target.SitePeople;
import org.oktasync.target.TargetException;

/**
 * Lets the plan of a directory through, and remembers who will be found by which e-mail address
 * once it is applied: objects are planned before that.
 */
final class AccountsAfter implements PlanSink {
  private final PlanSink next;
  private final Map<String, AccountName> byMail = new HashMap<>();
  private final Set<AccountName> made = new HashSet<>();
  private final Map<AccountName, AccountName> renamed = new HashMap<>();
  private final Set<AccountName> gone = new HashSet<>();

  AccountsAfter(PlanSink next) {
    this.next = next;
  }

  @Override
  public void change(Phase phase, Change change) {
    if (change instanceof AccountChange.CreateAccount create && create.account().active()) {
      made.add(create.account().name());
      put(create.account().email(), create.account().name());
    } else if (change instanceof AccountChange.UpdateAccount update) {
      put(update.after().getOrDefault(Change.Attributes.EMAIL, ""), update.name());
    } else if (change instanceof AccountChange.RenameAccount rename) {
      renamed.put(rename.from(), rename.to());
    } else if (change instanceof AccountChange.DeactivateAccount deactivate) {
      gone.add(deactivate.name());
    }
    next.change(phase, change);
  }

  private void put(String mail, AccountName name) {
    if (!mail.isEmpty()) {
      byMail.put(NameFolding.fold(mail), name);
    }
  }

  /**
   * Finds people as the plan will leave them, each text once.
   *
   * @param people who is there now
   */
  UserLookup lookup(SitePeople people) {
    return new Remembering(people);
  }

  /** Asks once for each text, and no more once nobody answered. */
  private final class Remembering implements UserLookup {
    private final SitePeople people;
    private final Map<String, Optional<AssetsUser>> known = new HashMap<>();
    private TargetException failure;

    Remembering(SitePeople people) {
      this.people = people;
    }

    @Override
    public Optional<AssetsUser> find(String text) {
      Optional<AssetsUser> before = known.get(NameFolding.fold(text));
      return before == null ? ask(text) : before;
    }

    private Optional<AssetsUser> ask(String text) {
      if (failure != null) {
        throw new UnansweredException(failure);
      }
      try {
        Optional<AssetsUser> found = AccountsAfter.this.find(text, people);
        known.put(NameFolding.fold(text), found);
        return found;
      } catch (TargetException e) {
        failure = e;
        throw new UnansweredException(e);
      }
    }
  }

  private Optional<AssetsUser> find(String text, SitePeople people) {
    AccountName planned = byMail.get(NameFolding.fold(text));
    if (planned != null && made.contains(planned)) {
      return Optional.of(new AssetsUser(planned.value(), ""));
    }
    Optional<AssetsUser> found = people.find(planned == null ? text : nameNow(planned).value());
    return found.map(this::later).filter(user -> !gone.contains(new AccountName(user.name())));
  }

  /** Changes that follow a rename carry the new name. */
  private AccountName nameNow(AccountName later) {
    return renamed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(later))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(later);
  }

  private AssetsUser later(AssetsUser now) {
    AccountName then = renamed.get(new AccountName(now.name()));
    return then == null ? now : new AssetsUser(then.value(), now.key());
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    next.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    next.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    next.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    next.groupLoss(group, lost, members);
  }
}
