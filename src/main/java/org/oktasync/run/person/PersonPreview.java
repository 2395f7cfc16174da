package org.oktasync.run.person;

import java.util.List;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.Account;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Operation;
import org.oktasync.run.preview.SourcePreview;

/**
 * What a run would do to one person, step by step.
 *
 * @param id the person in the source
 * @param mapped what the mapping makes of them; null when the source has no such person
 * @param link what the connection owns of them; null when it is nothing
 * @param account the account that is meant, as it is now; null when there is none
 * @param shadowed whether a directory that stands earlier holds an account of that name, which
 *     people sign in with instead
 * @param groups the groups that the person is in or should be in, by name
 * @param changes what would be written or is left alone, in order
 * @param breaches limits that would stop the run
 */
public record PersonPreview(
    ExternalId id,
    SourcePreview.MappedPerson mapped,
    Link link,
    Account account,
    boolean shadowed,
    List<GroupReason> groups,
    List<ChangeRow> changes,
    List<GuardrailBreach> breaches) {
  public PersonPreview {
    groups = List.copyOf(groups);
    changes = List.copyOf(changes);
    breaches = List.copyOf(breaches);
  }

  /**
   * Whether the person is in a group once the changes are made. It may differ from what is wanted:
   * a group that is left alone takes nobody in and puts nobody out.
   */
  public boolean memberAfter(GroupReason group) {
    GroupName name = new GroupName(group.name());
    boolean member = group.member();
    for (ChangeRow row : changes) {
      boolean about =
          row.kind() == EntityKind.MEMBERSHIP && new GroupName(row.object()).equals(name);
      if (about && (row.operation() == Operation.ADD || row.operation() == Operation.REMOVE)) {
        member = row.operation() == Operation.ADD;
      }
    }
    return member;
  }

  /** What Jira should hold; null when the source has no such person. */
  public DesiredAccount wanted() {
    return mapped == null ? null : mapped.account();
  }
}
