package org.oktasync.jira;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Changes accounts of one directory. Crowd replaces the whole record, so each change reads the
 * record first and writes back a copy of it.
 */
final class AccountEditor {
  private static final Set<String> OF_RECORD =
      Set.of(
          Attributes.DISPLAY_NAME, Attributes.EMAIL, Attributes.FIRST_NAME, Attributes.LAST_NAME);

  private final DirectoryManager crowd;
  private final long directory;
  private final NameIndex names;
  private final AccountReader reader;
  private final UserKeys keys;
  private final FurtherAttributes further;

  AccountEditor(
      DirectoryManager crowd,
      long directory,
      NameIndex names,
      AccountReader reader,
      UserKeys keys,
      FurtherAttributes further) {
    this.crowd = crowd;
    this.directory = directory;
    this.names = names;
    this.reader = reader;
    this.keys = keys;
    this.further = further;
  }

  void update(AccountName name, Map<String, String> before, Map<String, String> after) {
    User user = present(name);
    Map<String, String> changes = changes(user, before, after);
    if (changes.isEmpty()) {
      return;
    }
    if (!changes.keySet().stream().allMatch(FurtherAttributes::isProperty)) {
      UserTemplate template = new UserTemplate(user);
      setUsual(template, changes);
      FurtherAttributes.setNames(template, after);
      write(template);
    }
    further.writeProperties(user, changes);
  }

  void setActive(AccountName name, boolean active) {
    User user = present(name);
    if (user.isActive() != active) {
      UserTemplate template = new UserTemplate(user);
      template.setActive(active);
      write(template);
    }
  }

  void delete(AccountName name) {
    Optional<User> user = reader.find(names.spelling(name));
    if (user.isPresent()) {
      if (user.get().isActive()) {
        throw new TargetException(
            Kind.CHANGED_SINCE, Message.of("account-active-again", name), null);
      }
      JiraCalls.order(name.value(), () -> crowd.removeUser(directory, user.get().getName()));
    }
    names.deleted(name);
  }

  void rename(AccountName from, AccountName to) {
    User user = present(from);
    if (user.getName().equals(to.value())) {
      return;
    }
    if (!from.equals(to)) {
      checkOwnName(from);
      checkFree(to);
    }
    JiraCalls.ask(from.value(), () -> crowd.renameUser(directory, user.getName(), to.value()));
    names.renamed(from, to);
  }

  /**
   * With the same name in another directory too, Jira either keeps the user key there or leaves the
   * other account without it: the key would not follow the person.
   */
  private void checkOwnName(AccountName name) {
    if (names.held(name).elsewhere()) {
      throw conflict("account-name-shared", name);
    }
  }

  /**
   * Jira renames onto a taken name all the same: it pushes the other account's user key aside, or
   * deletes an account that is in the way and shadowed. So the name is looked up at this moment.
   */
  private void checkFree(AccountName name) {
    if (names.held(name).elsewhere()) {
      throw conflict("account-name-elsewhere", name);
    }
    if (reader.find(name.value()).isPresent()) {
      throw conflict("name-exists", name);
    }
    if (!keys.knowsFormerUsers() || !keys.keyOf(name).isEmpty()) {
      throw conflict("account-name-remembered", name);
    }
  }

  private User present(AccountName name) {
    return reader
        .find(names.spelling(name))
        .orElseThrow(
            () -> new TargetException(Kind.NOT_FOUND, Message.of("account-gone", name, ""), null));
  }

  private void write(UserTemplate template) {
    JiraCalls.ask(template.getName(), () -> crowd.updateUser(directory, template));
  }

  /** What of {@code after} is still to be written. */
  private Map<String, String> changes(
      User user, Map<String, String> before, Map<String, String> after) {
    Map<String, String> present = values(user, after.keySet());
    Map<String, String> changes = new TreeMap<>();
    after.forEach(
        (attribute, wanted) -> {
          String now = present.get(attribute);
          if (ColumnText.holds(now, wanted)) {
            return;
          }
          if (!ColumnText.holds(now, before.getOrDefault(attribute, ""))) {
            Message problem = Message.of("account-changed-since", user.getName(), attribute, now);
            throw new TargetException(Kind.CHANGED_SINCE, problem, null);
          }
          changes.put(attribute, ColumnText.cut(wanted));
        });
    return changes;
  }

  private Map<String, String> values(User user, Set<String> attributes) {
    for (String attribute : attributes) {
      if (!FurtherAttributes.isProperty(attribute) && !OF_RECORD.contains(attribute)) {
        throw new IllegalArgumentException("not an attribute to be updated: " + attribute);
      }
    }
    Map<String, String> values = new TreeMap<>(further.values(user, attributes));
    values.put(Attributes.DISPLAY_NAME, ColumnText.cut(user.getDisplayName()));
    values.put(Attributes.EMAIL, ColumnText.cut(user.getEmailAddress()));
    return values;
  }

  private static void setUsual(UserTemplate template, Map<String, String> changes) {
    if (changes.containsKey(Attributes.DISPLAY_NAME)) {
      String shown = changes.get(Attributes.DISPLAY_NAME);
      PersonNames person = PersonNames.of(shown, new AccountName(template.getName()));
      template.setDisplayName(person.display());
      template.setFirstName(person.first());
      template.setLastName(person.last());
    }
    if (changes.containsKey(Attributes.EMAIL)) {
      template.setEmailAddress(changes.get(Attributes.EMAIL));
    }
  }

  private static TargetException conflict(String code, AccountName name) {
    return new TargetException(Kind.CONFLICT, Message.of(code, name, ""), null);
  }
}
