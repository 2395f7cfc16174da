package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.event.directory.DirectoryDeletedEvent;
import com.atlassian.crowd.event.directory.DirectoryUpdatedEvent;
import com.atlassian.crowd.event.group.GroupCreatedEvent;
import com.atlassian.crowd.event.group.GroupDeletedEvent;
import com.atlassian.crowd.event.user.UserCreatedEvent;
import com.atlassian.crowd.event.user.UserDeletedEvent;
import com.atlassian.crowd.event.user.UserEditedEvent;
import com.atlassian.crowd.event.user.UserRenamedEvent;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.user.User;
import java.util.List;
import java.util.function.Consumer;
import org.oktasync.devkit.host.users.Membership.Kind;

/** Publishes what Crowd publishes after a write, in its order and number. */
@SuppressWarnings("deprecation") // the events that Jira itself still publishes
final class Events {

  private final Consumer<Object> publisher;

  Events(Consumer<Object> publisher) {
    this.publisher = publisher;
  }

  void directoryUpdated(Directory before, Directory after) {
    publisher.accept(new DirectoryUpdatedEvent(this, before, after));
  }

  void directoryDeleted(Directory directory) {
    publisher.accept(new DirectoryDeletedEvent(this, directory));
  }

  void userCreated(Directory directory, User user) {
    publisher.accept(new UserCreatedEvent(this, directory, user));
  }

  void userEdited(Directory directory, User before, User after) {
    publisher.accept(new UserEditedEvent(this, directory, after, before));
  }

  void userRenamed(Directory directory, User user, String oldName) {
    publisher.accept(new UserRenamedEvent(this, directory, user, oldName));
  }

  void userDeleted(Directory directory, String name) {
    publisher.accept(new UserDeletedEvent(this, directory, name));
  }

  void groupCreated(Directory directory, Group group) {
    publisher.accept(new GroupCreatedEvent(this, directory, group));
  }

  void groupDeleted(Directory directory, String name) {
    publisher.accept(new GroupDeletedEvent(this, directory, name));
  }

  /** One event for each member, then one for all of them. */
  void membersAdded(Directory directory, List<String> members, String group, Kind kind) {
    long id = directory.getId();
    for (String member : members) {
      publisher.accept(new Membership.Created(id, member, group, kind));
    }
    publisher.accept(new Membership.AllCreated(id, members, group, kind));
  }

  void memberRemoved(Directory directory, String member, String group) {
    publisher.accept(new Membership.Deleted(directory.getId(), member, group, Kind.GROUP_USER));
  }
}
