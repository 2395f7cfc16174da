package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.plan.NameHolder;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.TargetException;

/**
 * A user directory of this Jira, through Crowd's {@link DirectoryManager}. Which names the
 * directories hold is remembered: open a target anew for each run. A failure that concerns the
 * whole directory is thrown out of bulk calls too; every other one is the answer for its row.
 */
public final class JiraDirectoryTarget implements DirectoryTarget {
  private final long id;
  private final UserKeys keys;
  private final NameIndex names;
  private final FurtherAttributes further;
  private final AccountReader reader;
  private final AccountMaker maker;
  private final AccountEditor editor;
  private final GroupEditor groups;

  /**
   * @param id the directory's id in Jira
   * @param log the product's log
   */
  public JiraDirectoryTarget(
      CrowdDirectoryService directories,
      DirectoryManager crowd,
      UserKeys keys,
      UserProperties properties,
      long id,
      SyncLog log) {
    this.id = id;
    this.keys = keys;
    this.names = new NameIndex(directories, crowd, id);
    this.further = new FurtherAttributes(properties, keys);
    this.reader = new AccountReader(crowd, id, further);
    this.maker = new AccountMaker(crowd, id, names, reader, keys, log);
    this.editor = new AccountEditor(crowd, id, names, reader, keys, further);
    this.groups = new GroupEditor(crowd, id, names);
  }

  @Override
  public long directoryId() {
    return id;
  }

  @Override
  public Cursor<Account> accounts(Set<String> attributes) {
    return reader.all(attributes);
  }

  @Override
  public Optional<Account> account(AccountName name, Set<String> attributes) {
    return reader.find(names.spelling(name)).map(user -> further.account(user, attributes));
  }

  @Override
  public List<Account> accounts(Collection<AccountName> some, Set<String> attributes) {
    return reader.named(some.stream().map(names::spelling).toList(), attributes);
  }

  @Override
  public Cursor<GroupName> groups() {
    return Cursor.over(groups.all());
  }

  @Override
  public Cursor<AccountName> members(GroupName group) {
    return groups.members(group);
  }

  @Override
  public List<GroupName> groupsOf(AccountName account) {
    return groups.of(account);
  }

  @Override
  public boolean isMember(GroupName group, AccountName account) {
    return groups.isMember(group, account);
  }

  @Override
  public List<Account> accountsWithEmail(String email) {
    return reader.withEmail(email);
  }

  @Override
  public NameHolder holderOf(AccountName name) {
    NameHolder holder = holder(names.held(name));
    if (holder != NameHolder.FREE) {
      return holder;
    }
    boolean free = keys.knowsFormerUsers() && keys.keyOf(name).isEmpty();
    return free ? NameHolder.FREE : NameHolder.FORMER_USER;
  }

  @Override
  public boolean isHeldElsewhere(AccountName name) {
    return names.held(name).elsewhere();
  }

  @Override
  public NameHolder holderOf(GroupName name) {
    return holder(names.held(name));
  }

  private static NameHolder holder(NameIndex.Held held) {
    if (held.inTarget()) {
      return NameHolder.TARGET;
    }
    return held.elsewhere() ? NameHolder.OTHER_DIRECTORY : NameHolder.FREE;
  }

  @Override
  public String keyOf(AccountName name) {
    return keys.keyOf(name);
  }

  @Override
  public Optional<AccountName> nameOfKey(String userKey) {
    return keys.nameOf(userKey);
  }

  @Override
  public List<Creation> create(List<Account> accounts) {
    return maker.make(accounts, false);
  }

  @Override
  public List<Creation> createBeside(List<Account> accounts) {
    return maker.make(accounts, true);
  }

  @Override
  public void rename(AccountName from, AccountName to) {
    editor.rename(from, to);
  }

  @Override
  public void update(AccountName name, Map<String, String> before, Map<String, String> after) {
    editor.update(name, before, after);
  }

  @Override
  public void setActive(AccountName name, boolean active) {
    editor.setActive(name, active);
  }

  @Override
  public void deleteAccount(AccountName name) {
    editor.delete(name);
  }

  @Override
  public void createGroup(GroupName group) {
    groups.create(group);
  }

  @Override
  public Map<AccountName, TargetException> addMembers(GroupName group, List<AccountName> accounts) {
    return groups.add(group, accounts);
  }

  @Override
  public void removeMember(GroupName group, AccountName account) {
    groups.remove(group, account);
  }

  @Override
  public void deleteGroup(GroupName group) {
    groups.delete(group);
  }
}
