package org.oktasync.devkit.oktaorg;

import java.util.List;
import java.util.Map;

/** Plays changes one after the other, as people and jobs would make them. */
public final class History {
  private final Directory directory;

  History(Directory directory) {
    this.directory = directory;
  }

  /**
   * Plays a whole history; a change that Okta refuses does not end it.
   *
   * @return what was done: the same changes with ids, and with error codes where refused
   */
  public List<Change> play(List<Change> changes) {
    return changes.stream().map(this::play).toList();
  }

  /** Plays one change; see {@link #play(List)}. */
  Change play(Change change) {
    try {
      return done(resolved(change));
    } catch (OktaError e) {
      return change.refused(e.code());
    }
  }

  private Change done(Change change) {
    String user = change.user();
    String group = change.group();
    Map<String, Object> profile = change.profile();
    switch (change.kind()) {
      case CREATE_USER -> {
        User joiner = directory.create(profile, null, true, true, groups(change));
        return change.about(joiner.id(), null);
      }
      case CREATE_GROUP -> {
        return change.about(null, directory.createGroup(profile).id());
      }
      case UPDATE_USER -> directory.update(user, profile, true);
      case DELETE_USER -> delete(user);
      case UPDATE_GROUP -> directory.updateGroup(group, profile);
      case DELETE_GROUP -> directory.deleteGroup(group);
      case ADD_MEMBER, REFUSED_ADD -> directory.addMember(group, user);
      case REMOVE_MEMBER -> directory.removeMember(group, user);
      case SET_MEMBERS -> directory.importMembers(group, members(change));
      case APPLY_RULE ->
          profile.forEach((name, value) -> directory.applyRule(group, name, "" + value));
      case ACTIVATE, REACTIVATE, DEACTIVATE, SUSPEND, UNSUSPEND ->
          directory.transition(user, Lifecycle.valueOf(change.kind().name()));
    }
    return change;
  }

  private Change resolved(Change change) {
    return change.about(
        change.user() == null ? null : directory.find(change.user()).id(),
        change.group() == null ? null : groupId(change.group()));
  }

  private void delete(String userId) {
    if (directory.user(userId).status() != UserStatus.DEPROVISIONED) {
      directory.delete(userId);
    }
    directory.delete(userId);
  }

  private List<String> groups(Change change) {
    return change.others() == null
        ? List.of()
        : change.others().stream().map(this::groupId).toList();
  }

  private List<String> members(Change change) {
    return change.others().stream().map(login -> directory.find(login).id()).toList();
  }

  private String groupId(String idOrName) {
    return directory
        .groups(-1, 1, group -> group.id().equals(idOrName) || group.name().equals(idOrName))
        .items()
        .stream()
        .map(Group::id)
        .findFirst()
        .orElseThrow(() -> OktaError.notFound("UserGroup", idOrName));
  }
}
