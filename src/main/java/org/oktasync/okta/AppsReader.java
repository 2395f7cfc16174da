package org.oktasync.okta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementScope.DirectUsers;

/**
 * Reads applications and who may use them. An application whose direct users are wanted is read by
 * its list of users, which holds those through groups as well. For the others the groups matter:
 * they are asked of each application or of each group, whichever fits the rate limits better.
 */
final class AppsReader {
  /** Calls for applications have a fifth of the limit of calls for groups. */
  private static final int APP_CALL_COUNTS = 5;

  /** Okta documents no largest page for the applications of a group, but this default. */
  private static final int SMALL_GROUP_PAGE = 20;

  private final ListFamily family;
  private final EntitlementRequests requests;
  private final EntitlementBook book;
  private final DirectUsers directUsers;
  private final PageSize userPage =
      new PageSize(EntitlementRequests.APP_USERS_PAGE, OktaLists.PAGE);
  private final PageSize groupPage = new PageSize(OktaLists.PAGE, SMALL_GROUP_PAGE);

  /** An application that was found. */
  record App(String id, String label) {}

  AppsReader(
      ListFamily family,
      EntitlementRequests requests,
      EntitlementBook book,
      DirectUsers directUsers) {
    this.family = family;
    this.requests = requests;
    this.book = book;
    this.directUsers = directUsers;
  }

  /** Reads the applications themselves. */
  List<App> read() {
    List<App> found = new ArrayList<>();
    ListOutcome outcome =
        family.read(new IdentifiedParser(), TreePath::id, requests.apps(), app -> take(app, found));
    book.judge(EntitlementKind.APPS, "apps", outcome);
    return found;
  }

  private void take(SourceValue.Fields app, List<App> found) {
    String id = TreePath.id(app);
    book.object(
        EntitlementKind.APPS,
        id,
        EntitledGroup.without(app, "_embedded", "_links", "credentials", "settings"));
    found.add(new App(id, TreePath.text(app, "label")));
  }

  /** Whether the groups that applications are assigned to matter. */
  boolean needsGroups() {
    return !directUsers.everyApp();
  }

  /** What is still to be read; each part is one list. */
  List<Runnable> parts(List<App> apps, EntitledGroups groups) {
    List<Runnable> parts = new ArrayList<>();
    List<App> throughGroups = new ArrayList<>();
    for (App app : apps) {
      if (directUsers.of(app.id())) {
        parts.add(() -> readUsers(app));
      } else {
        throughGroups.add(app);
      }
    }
    if (!throughGroups.isEmpty()) {
      book.judge(EntitlementKind.APPS, "groups", ListOutcome.of(groups.completeness()));
      parts.addAll(groupParts(throughGroups, groups));
    }
    return parts;
  }

  private List<Runnable> groupParts(List<App> apps, EntitledGroups groups) {
    List<EntitledGroup> withApps = groups.withApps();
    if (withApps.isEmpty() || withApps.size() >= apps.size() * APP_CALL_COUNTS) {
      Map<String, EntitledGroup> known = groups.byId();
      return apps.stream().<Runnable>map(app -> () -> readGroups(app, known)).toList();
    }
    Set<String> wanted = new HashSet<>(apps.stream().map(App::id).toList());
    return withApps.stream().<Runnable>map(group -> () -> readApps(group, wanted)).toList();
  }

  private void readUsers(App app) {
    ListOutcome outcome =
        family.read(
            new AppUserParser(),
            AppUser::id,
            userPage,
            limit -> requests.appUsers(app.id(), limit),
            user -> {
              if (user.mayUse()) {
                book.pair(EntitlementKind.APPS, user.id(), app.id());
              }
            });
    book.judgeThing(EntitlementKind.APPS, app.id(), "users of app " + app.label(), outcome);
  }

  /** A group that the list of groups does not show has members whom nobody can tell. */
  private void readGroups(App app, Map<String, EntitledGroup> known) {
    String list = "groups of app " + app.label();
    ListOutcome outcome =
        family.read(
            new IdParser(),
            id -> id,
            requests.appGroups(app.id()),
            group -> {
              book.grant(EntitlementKind.APPS, group, app.id());
              if (!known.containsKey(group)) {
                book.hidden(EntitlementKind.APPS, app.id(), list);
              }
            });
    book.judgeThing(EntitlementKind.APPS, app.id(), list, outcome);
  }

  private void readApps(EntitledGroup group, Set<String> wanted) {
    ListOutcome outcome =
        family.read(
            new IdParser(),
            id -> id,
            groupPage,
            limit -> requests.groupApps(group.id(), limit),
            app -> {
              if (wanted.contains(app)) {
                book.grant(EntitlementKind.APPS, group.id(), app);
              }
            });
    book.judge(EntitlementKind.APPS, "apps of group " + group.name(), outcome);
  }
}
