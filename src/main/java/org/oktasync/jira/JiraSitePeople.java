package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.target.SitePeople;

/**
 * The people of this Jira, over all its directories. Of accounts with one name only the one in the
 * earliest directory is the person, as everywhere in Jira.
 */
public final class JiraSitePeople implements SitePeople {
  private final CrowdDirectoryService directories;
  private final DirectoryManager crowd;
  private final UserManager users;

  public JiraSitePeople(
      CrowdDirectoryService directories, DirectoryManager crowd, UserManager users) {
    this.directories = directories;
    this.crowd = crowd;
    this.users = users;
  }

  @Override
  public Optional<AssetsUser> find(String emailOrName) {
    List<ApplicationUser> found = withEmail(emailOrName);
    if (found.isEmpty()) {
      return named(emailOrName).filter(ApplicationUser::isActive).map(JiraSitePeople::person);
    }
    return found.size() == 1 ? Optional.of(person(found.get(0))) : Optional.empty();
  }

  private List<ApplicationUser> withEmail(String email) {
    Set<String> names = new LinkedHashSet<>();
    for (Directory directory : JiraCalls.ask("", directories::findAllDirectories)) {
      if (directory.isActive()) {
        names.addAll(JiraCalls.ask(email, () -> namesIn(directory, email)));
      }
    }
    Set<String> keys = new LinkedHashSet<>();
    List<ApplicationUser> found = new ArrayList<>();
    for (String name : names) {
      named(name)
          .filter(ApplicationUser::isActive)
          .filter(user -> email.equalsIgnoreCase(user.getEmailAddress()))
          .filter(user -> keys.add(user.getKey()))
          .ifPresent(found::add);
    }
    return found;
  }

  private List<String> namesIn(Directory directory, String email) throws Exception {
    return crowd.searchUsers(
        directory.getId(),
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .with(Restriction.on(UserTermKeys.EMAIL).exactlyMatching(email))
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private Optional<ApplicationUser> named(String name) {
    return JiraCalls.ask(name, () -> Optional.ofNullable(users.getUserByName(name)));
  }

  private static AssetsUser person(ApplicationUser user) {
    return new AssetsUser(user.getName(), user.getKey());
  }
}
