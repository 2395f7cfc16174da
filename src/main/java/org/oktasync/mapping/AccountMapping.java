package org.oktasync.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.SourceUser;

/**
 * The rules of one connection that turn people of the source into desired accounts. Total: any
 * person gives an account or a {@link MappingProblem}, never an exception.
 *
 * @param attributes where each attribute comes from; no target twice, one of them the name to sign
 *     in with
 * @param inactiveStatuses the source's statuses that count as inactive
 * @param scope whom the connection is about
 */
public record AccountMapping(
    List<AttributeMapping> attributes, Set<String> inactiveStatuses, ScopeRules scope) {
  public AccountMapping {
    attributes = List.copyOf(attributes);
    inactiveStatuses = Set.copyOf(inactiveStatuses);
  }

  /** Every attribute of the source that is read. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    attributes.forEach(mapping -> paths.addAll(mapping.paths()));
    return paths;
  }

  /** The attributes of accounts that are kept in step beyond display name and e-mail address. */
  public Set<String> further() {
    Set<String> targets = new TreeSet<>();
    attributes.stream().map(AttributeMapping::target).forEach(targets::add);
    targets.removeAll(
        Set.of(AttributeMapping.USERNAME, AttributeMapping.DISPLAY_NAME, AttributeMapping.EMAIL));
    return targets;
  }

  /** The account that this person should have. */
  public DesiredAccount account(SourceUser user) {
    return new Person(user).desired();
  }

  private Optional<AttributeMapping> mappingOf(String target) {
    return attributes.stream().filter(mapping -> mapping.target().equals(target)).findFirst();
  }

  /** The mapping of one person. */
  private final class Person {
    private final SourceUser user;
    private final boolean active;
    private final Set<String> kept = new HashSet<>();
    private final List<MappingProblem> remarks = new ArrayList<>();
    private MappingProblem leftOut;

    Person(SourceUser user) {
      this.user = user;
      this.active = !inactiveStatuses.contains(user.status());
    }

    DesiredAccount desired() {
      Transformed mapped = valueOf(AttributeMapping.USERNAME);
      String name = mapped.ok() ? NameRules.clean(mapped.value()) : "";
      Optional<MappingProblem> problem =
          mapped.ok() ? NameRules.problemOf("login", name) : Optional.of(mapped.problem());
      Reach reach = scope.reach(user, name);
      return problem
          .map(why -> withoutAccount(label(name), why))
          .orElseGet(() -> withName(name))
          .reaching(reach);
    }

    private DesiredAccount withName(String name) {
      Account account =
          new Account(
              new AccountName(name), shownName(name), text(AttributeMapping.EMAIL), active, more());
      return leftOut == null
          ? new DesiredAccount(
              user.id(), name, active, user.status(), account, null, Reach.IN_SCOPE, kept, remarks)
          : withoutAccount(name, leftOut);
    }

    private DesiredAccount withoutAccount(String label, MappingProblem problem) {
      return new DesiredAccount(user.id(), label, active, user.status(), null, problem);
    }

    private Transformed valueOf(String target) {
      return mappingOf(target)
          .map(mapping -> mapping.value(user.attributes()))
          .orElseGet(() -> Transformed.to(""));
    }

    private String shownName(String login) {
      String shown = text(AttributeMapping.DISPLAY_NAME);
      return shown.isEmpty() ? login : shown;
    }

    /** The value of an attribute; empty where it is kept or cleared. */
    private String text(String target) {
      Optional<AttributeMapping> mapping = mappingOf(target);
      if (mapping.isEmpty()) {
        kept.add(target);
        return "";
      }
      ValueRules.Judged judged = ValueRules.judge(target, valueOf(target));
      judged.remark().ifPresent(remarks::add);
      if (judged.unusable()) {
        kept.add(target);
      } else if (judged.value().isEmpty()) {
        empty(mapping.get());
      }
      return judged.value();
    }

    private void empty(AttributeMapping mapping) {
      if (mapping.whenEmpty() == WhenEmpty.KEEP) {
        kept.add(mapping.target());
      } else if (mapping.whenEmpty() == WhenEmpty.LEAVE_OUT && leftOut == null) {
        leftOut = new MappingProblem("value-empty", mapping.target());
      }
    }

    private Map<String, String> more() {
      Map<String, String> more = new TreeMap<>();
      for (String target : further()) {
        String value = text(target);
        if (!kept.contains(target)) {
          more.put(target, value);
        }
      }
      return more;
    }

    private String label(String login) {
      String address = Texts.forColumn(user.attributes().text("profile.email"));
      String best = login.isEmpty() ? address : Texts.cut(login, Texts.COLUMN);
      return best.isEmpty() ? user.id().value() : best;
    }
  }
}
