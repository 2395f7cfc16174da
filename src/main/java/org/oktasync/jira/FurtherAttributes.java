package org.oktasync.jira;

import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Attributes of accounts beyond display name and e-mail address: where each of them is kept. */
final class FurtherAttributes {
  private final UserProperties properties;
  private final UserKeys keys;

  FurtherAttributes(UserProperties properties, UserKeys keys) {
    this.properties = properties;
    this.keys = keys;
  }

  /** The account as the port shows it, with these attributes. */
  Account account(User user, Set<String> further) {
    Account account = AccountReader.account(user);
    return further.isEmpty() ? account : account.with(values(user, further));
  }

  /** The values of these attributes. */
  Map<String, String> values(User user, Set<String> further) {
    Map<String, String> values = new HashMap<>();
    further.forEach(attribute -> values.put(attribute, ofRecord(user, attribute)));
    Set<String> wanted =
        further.stream().filter(FurtherAttributes::isProperty).collect(Collectors.toSet());
    if (!wanted.isEmpty()) {
      Set<String> names =
          wanted.stream().map(FurtherAttributes::propertyKey).collect(Collectors.toSet());
      properties
          .read(keyOf(user), names)
          .forEach((key, value) -> values.put(Attributes.PROPERTY + key, ColumnText.cut(value)));
    }
    return values;
  }

  private static String ofRecord(User user, String attribute) {
    return switch (attribute) {
      case Attributes.FIRST_NAME -> ColumnText.cut(user.getFirstName());
      case Attributes.LAST_NAME -> ColumnText.cut(user.getLastName());
      default -> "";
    };
  }

  /** Puts first and last name into a record, where they are given. */
  static void setNames(UserTemplate template, Map<String, String> values) {
    if (values.containsKey(Attributes.FIRST_NAME)) {
      template.setFirstName(ColumnText.cut(values.get(Attributes.FIRST_NAME)));
    }
    if (values.containsKey(Attributes.LAST_NAME)) {
      template.setLastName(ColumnText.cut(values.get(Attributes.LAST_NAME)));
    }
  }

  /** Writes those of the values that are user properties. */
  void writeProperties(User user, Map<String, String> values) {
    Map<String, String> wanted = new HashMap<>();
    values.forEach(
        (attribute, value) -> {
          if (isProperty(attribute)) {
            wanted.put(propertyKey(attribute), ColumnText.cut(value));
          }
        });
    if (!wanted.isEmpty()) {
      properties.write(keyOf(user), wanted);
    }
  }

  static boolean isProperty(String attribute) {
    return attribute.startsWith(Attributes.PROPERTY);
  }

  private static String propertyKey(String attribute) {
    return attribute.substring(Attributes.PROPERTY.length());
  }

  private String keyOf(User user) {
    String key = keys.keyOf(new AccountName(user.getName()));
    if (key.isEmpty()) {
      Message problem = Message.of("user-key-unknown", user.getName());
      throw new TargetException(Kind.RETRY, problem, null);
    }
    return key;
  }
}
