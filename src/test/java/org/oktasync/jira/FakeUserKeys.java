package org.oktasync.jira;

import java.util.Map;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/** The key table of {@link FakeCrowd}. */
final class FakeUserKeys implements UserKeys {
  private final FakeCrowd crowd;
  boolean knowsFormerUsers = true;

  FakeUserKeys(FakeCrowd crowd) {
    this.crowd = crowd;
  }

  @Override
  public String keyOf(AccountName name) {
    return crowd.keys.getOrDefault(FakeCrowd.key(name.value()), "");
  }

  @Override
  public Optional<AccountName> nameOf(String userKey) {
    return crowd.keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(userKey))
        .map(Map.Entry::getKey)
        .map(AccountName::new)
        .findFirst();
  }

  @Override
  public boolean knowsFormerUsers() {
    return knowsFormerUsers;
  }

  @Override
  public Optional<Message> problem() {
    return Optional.empty();
  }
}
