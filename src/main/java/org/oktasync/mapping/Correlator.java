package org.oktasync.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.model.Account;
import org.oktasync.model.Message;

/**
 * Finds, at first contact, the existing account of a person. Never guesses: what several could mean
 * is reported as ambiguous.
 */
public final class Correlator {
  private final Map<CorrelationRule, SharedValues> rules = new LinkedHashMap<>();

  /**
   * An account that matches a person.
   *
   * @param account the account; one of several when ambiguous
   * @param doubt that others match as well, as people or as accounts, or that somebody else is to
   *     have the account's name; empty when the match is certain
   */
  public record Match(CorrelationRule rule, Account account, Optional<Message> doubt) {
    /** Whether somebody has to say who is meant. */
    public boolean ambiguous() {
      return doubt.isPresent();
    }
  }

  /**
   * @param rules the rules to try, in order
   * @param people everybody in the source
   * @param accounts every account of the target
   */
  public Correlator(
      List<CorrelationRule> rules, Iterable<DesiredAccount> people, Iterable<Account> accounts) {
    rules.forEach(rule -> this.rules.put(rule, new SharedValues(value(rule))));
    for (Account account : accounts) {
      this.rules.values().forEach(values -> values.account(account));
    }
    for (DesiredAccount person : people) {
      if (person.account() != null) {
        this.rules.values().forEach(values -> values.person(person));
      }
    }
  }

  private static Function<Account, String> value(CorrelationRule rule) {
    if (rule.equals(CorrelationRule.LOGIN)) {
      return account -> account.name().key();
    } else if (rule.equals(CorrelationRule.EMAIL)) {
      return account -> account.email().toLowerCase(Locale.ENGLISH);
    }
    return account -> account.more().getOrDefault(rule.label(), "").strip();
  }

  /** The account that the first matching rule finds; empty when none matches. */
  public Optional<Match> match(DesiredAccount person) {
    if (person.account() == null) {
      return Optional.empty();
    }
    return rules.keySet().stream()
        .flatMap(rule -> match(rule, person.account()).stream())
        .findFirst();
  }

  private Optional<Match> match(CorrelationRule rule, Account wanted) {
    SharedValues values = rules.get(rule);
    return values
        .match(wanted)
        .map(
            found ->
                new Match(rule, found, values.doubt(wanted).or(() -> nameOfOther(found, wanted))));
  }

  /** That an account has the name that somebody else is to get, if so. */
  private Optional<Message> nameOfOther(Account account, Account wanted) {
    return Optional.ofNullable(rules.get(CorrelationRule.LOGIN))
        .filter(logins -> !account.name().equals(wanted.name()))
        .flatMap(logins -> logins.personFor(account))
        .map(other -> Message.of("name-of-other-person", account.name(), other));
  }
}
