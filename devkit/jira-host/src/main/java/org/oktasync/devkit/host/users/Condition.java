package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction.BooleanLogic;
import com.atlassian.crowd.search.query.entity.restriction.MatchMode;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.GroupTermKeys;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A search restriction as a condition in SQL. Text is compared folded. Properties that are no
 * column are looked for among the attributes of users. What it does not know it refuses.
 */
final class Condition {

  private static final Map<String, String> USER_COLUMNS =
      Map.of(
          UserTermKeys.USERNAME.getPropertyName(), "u.lower_user_name",
          UserTermKeys.EMAIL.getPropertyName(), "u.lower_email_address",
          UserTermKeys.FIRST_NAME.getPropertyName(), "u.lower_first_name",
          UserTermKeys.LAST_NAME.getPropertyName(), "u.lower_last_name",
          UserTermKeys.DISPLAY_NAME.getPropertyName(), "u.lower_display_name",
          UserTermKeys.ACTIVE.getPropertyName(), "u.active");

  private static final Map<String, String> GROUP_COLUMNS =
      Map.of(
          GroupTermKeys.NAME.getPropertyName(), "g.lower_group_name",
          GroupTermKeys.ACTIVE.getPropertyName(), "g.active");

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final Map<String, String> columns;
  private final boolean attributes;

  private Condition(Map<String, String> columns, boolean attributes) {
    this.columns = columns;
    this.attributes = attributes;
  }

  /** A condition on {@code cwd_user u}. */
  static Condition onUsers(SearchRestriction restriction) {
    return new Condition(USER_COLUMNS, true).with(restriction);
  }

  /** A condition on {@code cwd_group g}. */
  static Condition onGroups(SearchRestriction restriction) {
    return new Condition(GROUP_COLUMNS, false).with(restriction);
  }

  /** Refuses any restriction: membership queries of Jira take none. */
  static void none(SearchRestriction restriction) {
    if (restriction != null && !(restriction instanceof NullRestriction)) {
      throw refused("a membership query with the restriction " + restriction);
    }
  }

  /** Text to follow a first condition: empty, or beginning with {@code and}. */
  String andSql() {
    return sql.isEmpty() ? "" : " and " + sql;
  }

  Object[] values() {
    return values.toArray();
  }

  private Condition with(SearchRestriction restriction) {
    if (!(restriction instanceof NullRestriction)) {
      add(restriction);
    }
    return this;
  }

  private void add(SearchRestriction restriction) {
    if (restriction instanceof BooleanRestriction several) {
      addSeveral(several);
    } else if (restriction instanceof PropertyRestriction<?> property) {
      addProperty(property);
    } else {
      throw refused("the restriction " + restriction);
    }
  }

  private void addSeveral(BooleanRestriction several) {
    String joint = several.getBooleanLogic() == BooleanLogic.AND ? " and " : " or ";
    sql.append('(');
    String before = "";
    for (SearchRestriction part : several.getRestrictions()) {
      sql.append(before);
      add(part);
      before = joint;
    }
    sql.append(')');
  }

  private void addProperty(PropertyRestriction<?> property) {
    String name = property.getProperty().getPropertyName();
    String column = columns.get(name);
    if (column == null) {
      addAttribute(name, property);
    } else if (property.getValue() instanceof Boolean flag) {
      requireExact(property.getMatchMode());
      sql.append(column).append(" = ?");
      values.add(flag ? 1 : 0);
    } else {
      addText(column, property);
    }
  }

  private void addAttribute(String name, PropertyRestriction<?> property) {
    if (!attributes || name.equals(UserTermKeys.EXTERNAL_ID.getPropertyName())) {
      throw refused("a search by " + name);
    }
    sql.append("exists (select 1 from cwd_user_attributes a where a.user_id = u.id")
        .append(" and a.attribute_name = ? and ");
    values.add(name);
    addText("a.lower_attribute_value", property);
    sql.append(')');
  }

  private void addText(String column, PropertyRestriction<?> property) {
    if (!(property.getValue() instanceof String text)) {
      throw refused("a search for the value " + property.getValue());
    }
    String folded = IdentifierUtils.toLowerCase(text);
    switch (property.getMatchMode()) {
      case EXACTLY_MATCHES -> add(column + " = ?", folded);
      case STARTS_WITH -> add(column + " like ? escape '!'", literal(folded) + "%");
      case ENDS_WITH -> add(column + " like ? escape '!'", "%" + literal(folded));
      case CONTAINS -> add(column + " like ? escape '!'", "%" + literal(folded) + "%");
      default -> throw refused("a search with " + property.getMatchMode());
    }
  }

  private void add(String condition, String value) {
    sql.append(condition);
    values.add(value);
  }

  /** The text with the signs that {@code like ... escape '!'} would read as patterns made plain. */
  static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static void requireExact(MatchMode mode) {
    if (mode != MatchMode.EXACTLY_MATCHES) {
      throw refused("a flag matched with " + mode);
    }
  }

  private static UnsupportedOperationException refused(String what) {
    return new UnsupportedOperationException("The directory does not support " + what);
  }
}
