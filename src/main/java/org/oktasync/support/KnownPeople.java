package org.oktasync.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.config.Connection;
import org.oktasync.model.Account;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Link;
import org.oktasync.record.Finding;
import org.oktasync.run.ports.RunPorts;

/** Everybody whom the product knows of, each with a pseudonym that stays the same over time. */
public final class KnownPeople {
  private final RunPorts ports;

  public KnownPeople(RunPorts ports) {
    this.ports = ports;
  }

  /**
   * The people of these connections: who is linked, who has an account in a target directory, and
   * who is left alone.
   *
   * @throws org.oktasync.target.TargetException when a directory cannot be read
   */
  public Pseudonyms pseudonyms(List<Connection> connections) {
    Pseudonyms people = new Pseudonyms();
    for (Connection connection : connections) {
      Map<String, String> byAccount = linked(connection, people);
      accounts(connection).forEach(account -> add(account, byAccount, people));
      connection.secrets().forEach(secret -> people.learn(secret.setBy()));
      ports.findings().standing(connection.id()).stream()
          .filter(finding -> finding.kind() == EntityKind.USER)
          .map(Finding::subject)
          .sorted()
          .forEach(people::learn);
    }
    return people;
  }

  /** The number of the link, which never changes, makes the pseudonym. */
  private Map<String, String> linked(Connection connection, Pseudonyms people) {
    Map<String, String> byAccount = new HashMap<>();
    try (Cursor<Link> links = ports.links().links(connection.id(), EntityKind.USER)) {
      links.forEachRemaining(
          link -> {
            String pseudonym = "person-" + link.id();
            people.add(pseudonym, link.name());
            byAccount.put(link.accountName().key(), pseudonym);
          });
    }
    return byAccount;
  }

  private List<Account> accounts(Connection connection) {
    long directory = connection.settings().directoryId();
    List<Account> accounts = new ArrayList<>();
    if (ports.targets().directories().find(directory).isPresent()) {
      try (Cursor<Account> all = ports.targets().directories().open(directory).accounts()) {
        all.forEachRemaining(accounts::add);
      }
      accounts.sort(Comparator.comparing(Account::name));
    }
    return accounts;
  }

  private static void add(Account account, Map<String, String> byAccount, Pseudonyms people) {
    String pseudonym = byAccount.get(account.name().key());
    people.add(
        pseudonym == null ? people.learn(account.name().value()) : pseudonym,
        account.email(),
        account.displayName());
  }
}
