package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.target.DirectoryTarget.Creation;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Makes accounts of one directory, in bulk where it can. The credential is Crowd's own "no
 * password": null would break a whole bulk call, and a made-up password could be guessed. The
 * external id stays empty, because internal directories refuse one from outside.
 */
final class AccountMaker {
  static final int CHUNK = 200;

  private final DirectoryManager crowd;
  private final long directory;
  private final NameIndex names;
  private final AccountReader reader;
  private final UserKeys keys;
  private final SyncLog log;

  AccountMaker(
      DirectoryManager crowd,
      long directory,
      NameIndex names,
      AccountReader reader,
      UserKeys keys,
      SyncLog log) {
    this.crowd = crowd;
    this.directory = directory;
    this.names = names;
    this.reader = reader;
    this.keys = keys;
    this.log = log;
  }

  /**
   * Makes the accounts, with one answer for each in the same order.
   *
   * @param beside whether other directories may hold the names, whose users are the same then
   */
  List<Creation> make(List<Account> accounts, boolean beside) {
    List<Creation> answers = new ArrayList<>();
    for (int start = 0; start < accounts.size(); start += CHUNK) {
      List<Account> some = accounts.subList(start, Math.min(start + CHUNK, accounts.size()));
      answers.addAll(chunk(some, beside));
    }
    return List.copyOf(answers);
  }

  private List<Creation> chunk(List<Account> accounts, boolean beside) {
    Map<Integer, TargetException> problems = new HashMap<>();
    List<Account> free = new ArrayList<>();
    Set<AccountName> seen = new HashSet<>();
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      if (!beside && names.held(account.name()).elsewhere()) {
        problems.put(i, conflict("account-name-elsewhere", account.name()));
      } else if (!seen.add(account.name())) {
        problems.put(i, conflict("name-exists", account.name()));
      } else {
        free.add(account);
      }
    }
    Map<AccountName, TargetException> failed = addAll(free);
    List<Creation> answers = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      AccountName name = accounts.get(i).name();
      TargetException problem = problems.containsKey(i) ? problems.get(i) : failed.get(name);
      answers.add(problem == null ? made(name, beside) : new Creation(name, "", problem));
    }
    return answers;
  }

  private Map<AccountName, TargetException> addAll(List<Account> accounts) {
    Map<AccountName, TargetException> failed = new HashMap<>();
    if (accounts.isEmpty()) {
      return failed;
    }
    BulkAddResult<User> result;
    try {
      result = addInBulk(accounts);
    } catch (TargetException e) {
      throwIfFatal(e);
      accounts.forEach(account -> addSingly(account, failed));
      return failed;
    }
    Set<AccountName> existing = namesOf(result.getExistingEntities());
    Set<AccountName> refused = namesOf(result.getFailedEntities());
    for (Account account : accounts) {
      if (existing.contains(account.name())) {
        failed.put(account.name(), conflict("name-exists", account.name()));
      } else if (refused.contains(account.name())) {
        addSingly(account, failed);
      }
    }
    return failed;
  }

  private BulkAddResult<User> addInBulk(List<Account> accounts) {
    List<UserTemplateWithCredentialAndAttributes> users =
        accounts.stream()
            .map(
                account ->
                    new UserTemplateWithCredentialAndAttributes(
                        template(account), PasswordCredential.NONE))
            .toList();
    // overwrite = false: with true, Crowd first deletes the accounts that exist
    return JiraCalls.ask(
        String.valueOf(directory), () -> crowd.addAllUsers(directory, users, false));
  }

  /** A bulk call says that it failed, but only a single call says why. */
  private void addSingly(Account account, Map<AccountName, TargetException> failed) {
    try {
      JiraCalls.ask(
          account.name().value(),
          () -> crowd.addUser(directory, template(account), PasswordCredential.NONE));
    } catch (TargetException e) {
      throwIfFatal(e);
      if (e.kind() != Kind.CONFLICT || !madeByLostCall(account)) {
        failed.put(account.name(), e);
      }
    }
  }

  /**
   * Whether an account that is found in the way is the one that a call made whose answer was lost:
   * the name was free when the directory was opened, and the account is what was wanted.
   */
  private boolean madeByLostCall(Account wanted) {
    return !names.held(wanted.name()).inTarget()
        && reader
            .find(wanted.name().value())
            .map(AccountReader::account)
            .filter(found -> same(found, wanted))
            .isPresent();
  }

  private static boolean same(Account found, Account wanted) {
    return found.name().value().equals(wanted.name().value())
        && found.active() == wanted.active()
        && ColumnText.holds(found.displayName(), wanted.displayName())
        && ColumnText.holds(found.email(), wanted.email());
  }

  /**
   * The answer for an account that no call complained about; Crowd drops some without a word. That
   * Jira has a key for its name proves nothing where another directory holds it.
   */
  private Creation made(AccountName name, boolean beside) {
    try {
      String key = keys.keyOf(name);
      if ((beside || key.isEmpty()) && reader.find(name.value()).isEmpty()) {
        Message problem = Message.of("account-not-made", name);
        return new Creation(name, "", new TargetException(Kind.RETRY, problem, null));
      }
      names.made(name);
      return new Creation(name, key, null);
    } catch (TargetException e) {
      throwIfFatal(e);
      log.warn("An account was made, but its user key cannot be read yet: %s", e.problem().code());
      log.debug("That account is %s", name);
      names.made(name);
      return new Creation(name, "", null);
    }
  }

  private UserTemplateWithAttributes template(Account account) {
    UserTemplateWithAttributes template =
        new UserTemplateWithAttributes(account.name().value(), directory);
    PersonNames person = PersonNames.of(ColumnText.cut(account.displayName()), account.name());
    template.setDisplayName(person.display());
    template.setFirstName(person.first());
    template.setLastName(person.last());
    FurtherAttributes.setNames(template, account.more());
    template.setEmailAddress(ColumnText.cut(account.email()));
    template.setActive(account.active());
    return template;
  }

  private static Set<AccountName> namesOf(Collection<User> users) {
    Set<AccountName> found = new HashSet<>();
    users.forEach(user -> found.add(new AccountName(user.getName())));
    return found;
  }

  private static TargetException conflict(String code, AccountName name) {
    return new TargetException(Kind.CONFLICT, Message.of(code, name, ""), null);
  }

  private static void throwIfFatal(TargetException failure) {
    if (failure.kind() == Kind.FATAL) {
      throw failure;
    }
  }
}
