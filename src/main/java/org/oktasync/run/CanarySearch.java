package org.oktasync.run;

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
import org.oktasync.source.SourceSnapshot;

/**
 * Looks for who and what must be in every whole reading. That somebody is not in a list that broke
 * off proves nothing; that somebody is there and inactive does.
 */
final class CanarySearch {
  private final CanarySettings canary;
  private final MappingProfile mapping;

  CanarySearch(CanarySettings canary, MappingProfile mapping) {
    this.canary = canary;
    this.mapping = mapping;
  }

  /** The canaries that are missing from the reading or inactive, as the settings name them. */
  List<String> missing(SourceSnapshot snapshot) {
    List<String> missing = new ArrayList<>();
    if (!canary.user().isEmpty() && userMissing(snapshot)) {
      missing.add(canary.user());
    }
    if (!canary.group().isEmpty() && groupMissing(snapshot)) {
      missing.add(canary.group());
    }
    return missing;
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
        SourceGroup group = groups.next();
        if (group.id().value().equals(canary.group()) || same(group.name(), canary.group())) {
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
