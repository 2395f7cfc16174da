package org.oktasync.plan;

import java.util.stream.IntStream;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * An organisation of any size whose lists are made up while they are read, so that a measurement is
 * of the planner alone: everybody is in ten groups of 400.
 *
 * @param people how many; a multiple of 400
 */
record EvenOrganisation(int people) implements DesiredState {
  private static final int GROUP = 400;
  private static final int GROUPS_EACH = 10;

  static ExternalId user(int number) {
    return new ExternalId("00u%08d".formatted(number));
  }

  static ExternalId group(int number) {
    return new ExternalId("00g%08d".formatted(number));
  }

  static Account account(int number) {
    String name = "person%08d@example.org".formatted(number);
    return new Account(new AccountName(name), "Person " + number, name, true);
  }

  static GroupName groupName(int number) {
    return new GroupName("group %08d".formatted(number));
  }

  int groupCount() {
    return people * GROUPS_EACH / GROUP;
  }

  /** The numbers of those who are in a group, ascending. */
  IntStream membersOf(int group) {
    int first = group * GROUP % people;
    return IntStream.range(first, first + GROUP);
  }

  @Override
  public boolean accountsComplete() {
    return true;
  }

  @Override
  public boolean groupsComplete() {
    return true;
  }

  @Override
  public boolean membersComplete(ExternalId group) {
    return true;
  }

  @Override
  public Cursor<DesiredAccount> accounts() {
    return Cursor.over(IntStream.range(0, people).mapToObj(EvenOrganisation::desired)::iterator);
  }

  private static DesiredAccount desired(int number) {
    Account account = account(number);
    return new DesiredAccount(user(number), account.name().value(), true, "ACTIVE", account, null);
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    return Cursor.over(
        IntStream.range(0, groupCount())
                .mapToObj(
                    number -> {
                      GroupName name = groupName(number);
                      return new DesiredGroup(group(number), name.value(), name, null);
                    })
            ::iterator);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    int number = Integer.parseInt(group.value().substring(3));
    return Cursor.over(membersOf(number).mapToObj(EvenOrganisation::user)::iterator);
  }
}
