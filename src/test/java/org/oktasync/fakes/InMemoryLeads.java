package org.oktasync.fakes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Leads in memory, of people whom a directory holds. */
public final class InMemoryLeads implements LeadTarget {
  private final Function<AccountName, Optional<Account>> accounts;
  private final Map<Lead, AccountName> leads = new TreeMap<>();

  /** Projects whose issues cannot be assigned to anybody. */
  public final Set<String> closed = new HashSet<>();

  /** What cannot be written. */
  public final Set<Lead> stuck = new HashSet<>();

  /** Whether nothing is answered. */
  public boolean silent;

  public InMemoryLeads(Function<AccountName, Optional<Account>> accounts) {
    this.accounts = accounts;
  }

  /** Lets somebody lead something. */
  public InMemoryLeads put(Lead lead, String name) {
    leads.put(lead, new AccountName(name));
    return this;
  }

  /** Who leads something. */
  public String of(Lead lead) {
    return leads.get(lead).value();
  }

  /** Who leads what. */
  public Map<Lead, AccountName> all() {
    return Map.copyOf(leads);
  }

  /** As Jira does, whose leads are known by their keys. */
  public void renamed(AccountName from, AccountName to) {
    leads.replaceAll((lead, name) -> name.equals(from) ? to : name);
  }

  @Override
  public List<Lead> ledBy(AccountName account) {
    answer();
    return leads.keySet().stream().filter(lead -> leads.get(lead).equals(account)).toList();
  }

  @Override
  public Optional<Message> obstacle(AccountName account) {
    answer();
    Optional<Account> found = accounts.apply(account);
    if (found.isEmpty()) {
      return Optional.of(Message.of("lead-unknown", account));
    }
    return found.get().active()
        ? Optional.empty()
        : Optional.of(Message.of("lead-inactive", account));
  }

  @Override
  public Optional<Message> obstacle(AccountName account, Lead lead) {
    answer();
    Optional<Account> found = accounts.apply(account);
    if (found.isEmpty()) {
      return Optional.of(Message.of("lead-replacement-unknown", lead.label()));
    } else if (!found.get().active()) {
      return Optional.of(Message.of("lead-replacement-inactive", lead.label()));
    }
    return closed.contains(lead.project())
        ? Optional.of(Message.of("lead-replacement-not-assignable", lead.label()))
        : Optional.empty();
  }

  @Override
  public void replace(Lead lead, AccountName from, AccountName to) {
    answer();
    if (stuck.contains(lead)) {
      throw new TargetException(Kind.DENIED, Message.of("value-refused", lead.label(), ""), null);
    } else if (!from.equals(leads.get(lead))) {
      throw new TargetException(Kind.CHANGED_SINCE, Message.of("changed-since"), null);
    }
    leads.put(lead, to);
  }

  private void answer() {
    if (silent) {
      throw new TargetException(Kind.FATAL, Message.of("jira-api-missing", "", "leads"), null);
    }
  }
}
