package org.oktasync.mapping;

import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;

/**
 * The rules of one connection that turn source objects into desired accounts and groups. Total: any
 * input gives a value or a {@link MappingProblem}, never an exception.
 *
 * @param username path of the name to sign in with
 * @param email path of the e-mail address
 * @param displayName path of the name that people see
 * @param inactiveStatuses the source's statuses that count as inactive
 * @param builtInGroups whether groups that the source makes by itself become groups
 */
public record MappingProfile(
    String username,
    String email,
    String displayName,
    Set<String> inactiveStatuses,
    boolean builtInGroups) {
  public MappingProfile {
    inactiveStatuses = Set.copyOf(inactiveStatuses);
  }

  /** The account that this person should have. */
  public DesiredAccount account(SourceUser user) {
    SourceRecord attributes = user.attributes();
    String name = NameRules.clean(attributes.text(username));
    boolean active = !inactiveStatuses.contains(user.status());
    Optional<MappingProblem> problem = NameRules.problemOf("login", name);
    if (problem.isPresent()) {
      return new DesiredAccount(
          user.id(), label(user, name), active, user.status(), null, problem.get());
    }
    Account account =
        new Account(
            new AccountName(name),
            shownName(attributes, name),
            Texts.forColumn(attributes.text(email)),
            active);
    return new DesiredAccount(user.id(), name, active, user.status(), account, null);
  }

  /** The group that this source group should be; empty when it is none of our business. */
  public Optional<DesiredGroup> group(SourceGroup group) {
    if (group.builtIn() && !builtInGroups) {
      return Optional.empty();
    }
    String name = NameRules.clean(group.name());
    String label = name.isEmpty() ? group.id().value() : Texts.cut(name, Texts.COLUMN);
    Optional<MappingProblem> problem = NameRules.problemOf("group-name", name);
    return Optional.of(
        problem.isPresent()
            ? new DesiredGroup(group.id(), label, null, problem.get())
            : new DesiredGroup(group.id(), label, new GroupName(name), null));
  }

  private String shownName(SourceRecord attributes, String login) {
    String shown = Texts.forColumn(attributes.text(displayName));
    if (shown.isEmpty()) {
      String first = attributes.text("profile.firstName").strip();
      String last = attributes.text("profile.lastName").strip();
      shown = Texts.forColumn(first + " " + last);
    }
    return shown.isEmpty() ? login : shown;
  }

  private String label(SourceUser user, String login) {
    String address = Texts.forColumn(user.attributes().text(email));
    String best = login.isEmpty() ? address : Texts.cut(login, Texts.COLUMN);
    return best.isEmpty() ? user.id().value() : best;
  }
}
