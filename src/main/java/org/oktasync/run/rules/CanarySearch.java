package org.oktasync.run.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oktasync.config.CanarySettings;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;

/**
 * Looks for who and what must be in every whole reading. That somebody is not in a list that broke
 * off proves nothing; that somebody is there and inactive does.
 */
public final class CanarySearch {
  private static final int MOST = 50;
  private static final int MOST_GROUPS = 10_000;

  private final CanarySettings canary;
  private final MappingProfile mapping;

  CanarySearch(CanarySettings canary, MappingProfile mapping) {
    this.canary = canary;
    this.mapping = mapping;
  }

  /** The canaries that are missing from the reading or inactive, as the settings name them. */
  public List<String> missing(SourceSnapshot snapshot) {
    List<String> missing = new ArrayList<>();
    if (!canary.user().isEmpty() && userMissing(snapshot)) {
      missing.add(canary.user());
    }
    if (!canary.group().isEmpty() && groupMissing(snapshot)) {
      missing.add(canary.group());
    }
    return missing;
  }

  /**
   * The canaries that the source does not show when it is asked for them, or shows as inactive, as
   * the settings name them. A name of Jira that is made from something else is not found that way.
   *
   * @throws org.oktasync.source.SourceException when the source cannot answer
   */
  public List<String> unseen(SourceLookup lookup) {
    List<String> unseen = new ArrayList<>();
    if (!canary.user().isEmpty()
        && lookup.find(canary.user(), MOST).stream()
            .noneMatch(user -> isCanary(user) && mapping.account(user).active())) {
      unseen.add(canary.user());
    }
    if (!canary.group().isEmpty()) {
      List<SourceGroup> groups = lookup.groups(MOST_GROUPS);
      if (groups.size() < MOST_GROUPS && groups.stream().noneMatch(this::isCanary)) {
        unseen.add(canary.group());
      }
    }
    return unseen;
  }

  private boolean isCanary(SourceGroup group) {
    return group.id().value().equals(canary.group()) || same(group.name(), canary.group());
  }

  private boolean userMissing(SourceSnapshot snapshot) {
    boolean inactive = false;
    try (Cursor<SourceUser> users = snapshot.users()) {
      while (users.hasNext()) {
        SourceUser user = users.next();
        if (isCanary(user)) {
          if (mapping.account(user).active()) {
            return false;
          }
          inactive = true;
        }
      }
    }
    return inactive || snapshot.usersCompleteness().complete();
  }

  private boolean isCanary(SourceUser user) {
    return user.id().value().equals(canary.user())
        || Stream.of("profile.login", "profile.email")
            .anyMatch(path -> same(user.attributes().text(path), canary.user()))
        || isMapped(mapping.account(user).account());
  }

  /**
   * @param account null when the person cannot have one
   */
  private boolean isMapped(Account account) {
    return account != null
        && (same(account.name().value(), canary.user()) || same(account.email(), canary.user()));
  }

  private boolean groupMissing(SourceSnapshot snapshot) {
    try (Cursor<SourceGroup> groups = snapshot.groups()) {
      while (groups.hasNext()) {
        if (isCanary(groups.next())) {
          return false;
        }
      }
    }
    return snapshot.groupsCompleteness().complete();
  }

  private static boolean same(String text, String wanted) {
    return !text.isBlank() && new AccountName(text.strip()).equals(new AccountName(wanted));
  }
}
