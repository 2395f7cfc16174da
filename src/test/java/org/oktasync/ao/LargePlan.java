package org.oktasync.ao;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;

/**
 * The plan of a company's first sync, and a little more, so that every kind of change is in it: one
 * in ten changes makes an account, the others are memberships, one group has six of ten people. The
 * same size gives the same plan.
 */
final class LargePlan {
  private static final List<String> FIRST =
      List.of("anna", "bob", "carla", "dmitri", "eve", "frank", "gina", "hugo", "ines", "jan");

  private final int changes;
  private final Random random = new Random(20260301);
  private final List<String> ids = new ArrayList<>();
  private final List<AccountName> names = new ArrayList<>();
  private BiConsumer<Phase, Change> sink;
  private int made;

  LargePlan(int changes) {
    this.changes = changes;
    String[] sorted = new String[changes / 10];
    Arrays.setAll(
        sorted, i -> "00u" + Long.toString(random.nextLong(1L << 60, 1L << 62), 36) + "X");
    Arrays.sort(sorted);
    ids.addAll(List.of(sorted));
    for (int i = 0; i < sorted.length; i++) {
      String first = FIRST.get(random.nextInt(FIRST.size()));
      names.add(
          new AccountName(first + "." + Integer.toString(i + 1_000_000, 36) + "@example.com"));
    }
  }

  /** Name of the group that most people are in. */
  String largestGroup() {
    return "Everybody at the head office";
  }

  /** Name of an ordinary group. */
  String group(int number) {
    return "Department %d, floor %d".formatted(number, number % 7);
  }

  String nameOf(int person) {
    return names.get(person).value();
  }

  String idOf(int person) {
    return ids.get(person);
  }

  int people() {
    return ids.size();
  }

  /** Emits the changes as a planner does: people, then groups, each followed by its members. */
  void into(BiConsumer<Phase, Change> changesOf) {
    sink = changesOf;
    made = 0;
    for (int i = 0; i < people(); i++) {
      person(i);
    }
    int groups = Math.max(2, changes / 500);
    members("00gEverybody", new GroupName(largestGroup()), people() * 6 / 10);
    for (int i = 1; made < changes; i++) {
      members("00gDepartment" + i, new GroupName(group(i % groups)), 400);
    }
  }

  private void person(int i) {
    ExternalId id = new ExternalId(ids.get(i));
    AccountName name = names.get(i);
    if (i % 100 == 7) {
      emit(Phase.DEACTIVATE, new AccountChange.DeactivateAccount(id, name, Reasons.INACTIVE));
    } else if (i % 200 == 9) {
      String label = name.value();
      emit(
          Phase.PREPARE,
          new Change.LeaveAlone(EntityKind.USER, id, label, "", Reasons.NAME_TAKEN, label));
    } else {
      Account account = new Account(name, "Person " + i, name.value(), true);
      emit(Phase.PREPARE, new AccountChange.CreateAccount(id, account));
    }
  }

  private void members(String groupId, GroupName group, int count) {
    emit(Phase.PREPARE, new GroupChange.CreateGroup(new ExternalId(groupId), group));
    for (int i = 0; i < count && made < changes; i++) {
      int person = random.nextInt(people());
      ExternalId id = new ExternalId(ids.get(person));
      ExternalId of = new ExternalId(groupId);
      if (i % 100 == 50) {
        emit(Phase.REMOVE_MEMBERS, new Change.RemoveMember(id, names.get(person), of, group));
      } else {
        emit(Phase.ADD_MEMBERS, new Change.AddMember(id, names.get(person), of, group));
      }
    }
  }

  private void emit(Phase phase, Change change) {
    made++;
    sink.accept(phase, change);
  }
}
