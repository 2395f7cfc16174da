package org.oktasync.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/**
 * Who will have which account once the plan is applied, in the two directions that memberships
 * need. Of people whom the plan is not about, the bystanders know.
 */
final class PlannedPeople {
  private final Map<ExternalId, AccountName> members = new HashMap<>();
  private final Map<ExternalId, AccountName> namesNow = new HashMap<>();
  private final Map<String, ExternalId> byNameNow = new HashMap<>();
  private final Set<ExternalId> planned = new HashSet<>();
  private final Map<ExternalId, String> leaving = new HashMap<>();
  private final Map<ExternalId, AccountName> leavers = new HashMap<>();
  private final Set<ExternalId> created = new HashSet<>();
  private final Bystanders bystanders;

  PlannedPeople(Bystanders bystanders) {
    this.bystanders = bystanders;
  }

  /**
   * @param nameAfter the name of the person's account once the plan is applied; null when it has
   *     none
   * @param leavesGroups why it leaves its groups, as a code of {@link Reasons}; empty if it does
   *     not
   */
  void add(Person person, AccountName nameAfter, String leavesGroups) {
    planned.add(person.id());
    if (!leavesGroups.isEmpty()) {
      leaving.put(person.id(), leavesGroups);
      leavers.put(person.id(), nameAfter);
    }
    if (person.current() != null) {
      namesNow.put(person.id(), person.current().name());
      byNameNow.put(person.current().name().key(), person.id());
    }
    if (nameAfter != null && person.wantedActive()) {
      members.put(person.id(), nameAfter);
    }
  }

  /**
   * The account, by its name after the plan, of a person who is active in the source; null for
   * everybody else: their memberships are left alone.
   */
  AccountName memberName(ExternalId id) {
    AccountName name = members.get(id);
    return name != null || planned.contains(id) ? name : bystanders.activeAccount(id).orElse(null);
  }

  /** Notes that somebody's account is made by the plan. */
  void created(ExternalId id) {
    created.add(id);
  }

  /** Whose accounts are made by the plan. */
  Set<ExternalId> created() {
    return created;
  }

  /** Why somebody leaves every group of the connection; empty when they do not. */
  String leaves(ExternalId id) {
    return leaving.getOrDefault(id, "");
  }

  /** The account, by its name after the plan, of somebody who leaves every group. */
  AccountName leaverName(ExternalId id) {
    return leavers.get(id);
  }

  /** Whose linked account has this name now; null when it is nobody's of ours. */
  ExternalId idByNameNow(AccountName name) {
    ExternalId id = byNameNow.get(name.key());
    return id != null ? id : bystanders.personNamed(name).orElse(null);
  }

  /** The account that somebody has now; null when there is none yet. */
  AccountName nameNow(ExternalId id) {
    AccountName name = namesNow.get(id);
    return name != null || planned.contains(id) ? name : bystanders.activeAccount(id).orElse(null);
  }

  /**
   * Whether somebody's memberships are to be left alone, as far as that is known without asking: of
   * bystanders it is asked only when they would gain or lose something.
   */
  boolean rests(ExternalId id) {
    return planned.contains(id) && !members.containsKey(id);
  }
}
