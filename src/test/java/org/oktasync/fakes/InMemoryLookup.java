package org.oktasync.fakes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceLookup;

/** Single questions to a source in memory, answered from how it is at that moment. */
final class InMemoryLookup implements SourceLookup {
  private final InMemorySource source;

  InMemoryLookup(InMemorySource source) {
    this.source = source;
  }

  @Override
  public Optional<SourceUser> user(ExternalId id) {
    source.asked();
    return Optional.ofNullable(source.personNow(id));
  }

  @Override
  public List<SourceUser> users(Collection<ExternalId> ids) {
    source.asked();
    return ids.stream().flatMap(id -> user(id).stream()).toList();
  }

  @Override
  public boolean isInScope(ExternalId id, PeopleScope scope) {
    return source.lags(id) || user(id).filter(user -> source.listed(user, scope)).isPresent();
  }

  @Override
  public Optional<Message> problemOf(PeopleScope scope) {
    source.asked();
    if (scope instanceof PeopleScope.MembersOf meant) {
      return meant.ids().stream()
          .filter(id -> source.groupNow(new ExternalId(id)) == null)
          .findFirst()
          .map(id -> Message.of("scope-group-unknown", id));
    } else if (scope instanceof PeopleScope.UsersOf app && !source.hasApplication(app.id())) {
      return Optional.of(Message.of("scope-application-unknown", app.id()));
    }
    return Optional.empty();
  }

  @Override
  public Optional<SourceUser> wholeUser(ExternalId id) {
    return user(id);
  }

  @Override
  public List<SourceUser> find(String text, int limit) {
    source.asked();
    return source.people().stream()
        .filter(
            user ->
                user.id().value().equals(text)
                    || user.attributes().text("profile.email").equalsIgnoreCase(text)
                    || user.attributes().text("profile.login").startsWith(text)
                    || user.attributes().text("profile.displayName").startsWith(text))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<SourceGroup> group(ExternalId id) {
    source.asked();
    return Optional.ofNullable(source.groupNow(id));
  }

  @Override
  public List<SourceGroup> groups(int limit) {
    source.asked();
    return source.groups().stream().limit(limit).toList();
  }

  @Override
  public List<SourceGroup> groupsOf(ExternalId user) {
    source.asked();
    return source.groups().stream()
        .filter(group -> source.membersOf(group.id()).contains(user))
        .toList();
  }

  @Override
  public Set<ExternalId> members(ExternalId group) {
    source.asked();
    return source.membersOf(group);
  }
}
