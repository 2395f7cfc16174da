package org.oktasync.plan;

import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Account;

/** Plans the user properties of accounts that the plan makes. */
final class CreatedProperties {
  private final Policy policy;
  private final CurrentState current;
  private final PlanSink sink;

  CreatedProperties(Policy policy, CurrentState current, PlanSink sink) {
    this.policy = policy;
    this.current = current;
    this.sink = sink;
  }

  /** Plans those of a person whose account the plan makes. */
  void plan(Person person) {
    Account account = person.desired().account();
    if (account.more().keySet().stream().noneMatch(CreatedProperties::isProperty)) {
      return;
    }
    Map<String, String> present = propertiesNow(person);
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    account
        .more()
        .forEach(
            (attribute, value) -> {
              String now = present.getOrDefault(attribute, "");
              if (isProperty(attribute) && !value.equals(now)) {
                before.put(attribute, now);
                after.put(attribute, value);
              }
            });
    if (!after.isEmpty()) {
      sink.change(
          Phase.PREPARE,
          new AccountChange.UpdateAccount(person.id(), account.name(), before, after));
    }
  }

  private static boolean isProperty(String attribute) {
    return attribute.startsWith(Change.Attributes.PROPERTY);
  }

  /** Properties belong to the user, whom accounts of one name in several directories share. */
  private Map<String, String> propertiesNow(Person person) {
    return policy.takesOver(person, current)
        ? current.namesakes().of(person.id(), person.wantedName()).account().stream()
            .map(Account::more)
            .findFirst()
            .orElse(Map.of())
        : Map.of();
  }
}
