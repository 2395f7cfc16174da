package org.oktasync.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Account;

/**
 * Finds, at first contact, the existing account of a person. Never guesses: what several could mean
 * is reported as ambiguous.
 */
public final class Correlator {
  private final List<CorrelationRule> rules;
  private final Map<String, Account> byName = new HashMap<>();
  private final Map<String, Account> byEmail = new HashMap<>();
  private final Set<String> sharedEmails = new HashSet<>();
  private final Set<String> sharedNames = new HashSet<>();
  private final Set<String> takenByLogin = new HashSet<>();

  /**
   * An account that matches a person.
   *
   * @param account the account; one of several when ambiguous
   * @param ambiguous whether others match as well, as people or as accounts, or the account matches
   *     somebody else better
   */
  public record Match(CorrelationRule rule, Account account, boolean ambiguous) {}

  /**
   * @param rules the rules to try, in order
   * @param people everybody in the source
   * @param accounts every account of the target
   */
  public Correlator(
      List<CorrelationRule> rules, Iterable<DesiredAccount> people, Iterable<Account> accounts) {
    this.rules = List.copyOf(rules);
    for (Account account : accounts) {
      byName.put(account.name().key(), account);
      if (!account.email().isEmpty() && byEmail.put(fold(account.email()), account) != null) {
        sharedEmails.add(fold(account.email()));
      }
    }
    Set<String> emails = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (DesiredAccount person : people) {
      if (person.account() != null) {
        note(person.account(), emails, names);
      }
    }
  }

  /** Notes whom accounts could mean; who has none in sight needs no note. */
  private void note(Account wanted, Set<String> emails, Set<String> names) {
    String email = fold(wanted.email());
    if (byEmail.containsKey(email) && !emails.add(email)) {
      sharedEmails.add(email);
    }
    String name = wanted.name().key();
    if (byName.containsKey(name)) {
      if (!names.add(name)) {
        sharedNames.add(name);
      }
      if (rules.contains(CorrelationRule.LOGIN)) {
        takenByLogin.add(name);
      }
    }
  }

  /** The account that the first matching rule finds; empty when none matches. */
  public Optional<Match> match(DesiredAccount person) {
    if (person.account() == null) {
      return Optional.empty();
    }
    return rules.stream().flatMap(rule -> match(rule, person.account()).stream()).findFirst();
  }

  private Optional<Match> match(CorrelationRule rule, Account wanted) {
    return switch (rule) {
      case LOGIN ->
          Optional.ofNullable(byName.get(wanted.name().key()))
              .map(account -> new Match(rule, account, isShared(account)));
      case EMAIL -> matchEmail(wanted.email());
    };
  }

  private boolean isShared(Account account) {
    return sharedNames.contains(account.name().key());
  }

  private Optional<Match> matchEmail(String email) {
    Account account = email.isEmpty() ? null : byEmail.get(fold(email));
    if (account == null) {
      return Optional.empty();
    }
    boolean ambiguous =
        sharedEmails.contains(fold(email)) || takenByLogin.contains(account.name().key());
    return Optional.of(new Match(CorrelationRule.EMAIL, account, ambiguous));
  }

  private static String fold(String email) {
    return email.toLowerCase(Locale.ENGLISH);
  }
}
