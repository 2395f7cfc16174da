package org.oktasync.devkit.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.oktasync.devkit.oktaorg.Churn;
import org.oktasync.devkit.oktaorg.Directory;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** A busy day of an organisation, by chance: enough of everything for a run to be cut anywhere. */
final class Upheaval {
  private static final int JOINERS = 40;
  private static final int RENAMED = 6;
  private static final int TEAM = 60;
  private static final int OTHER_CHANGES = 30;

  private final OktaOrg okta;
  private final Directory directory;
  private final Random random;
  private int day;

  Upheaval(OktaOrg okta, Random random) {
    this.okta = okta;
    this.directory = okta.directory();
    this.random = random;
  }

  /** Joiners, new logins, a new team, and everyday changes of all kinds. */
  void happen() {
    day++;
    List<String> people = new ArrayList<>();
    for (int i = 0; i < JOINERS; i++) {
      people.add(joiner("joiner" + day + "-" + i + "@larkfield.example").id());
    }
    List<User> all = new ArrayList<>(directory.users());
    Collections.shuffle(all, random);
    all.stream()
        .filter(user -> user.status() == UserStatus.ACTIVE && user.login().contains("@"))
        .limit(RENAMED)
        .forEach(this::rename);
    all.stream().limit(TEAM - JOINERS).forEach(user -> people.add(user.id()));
    Group team = directory.importGroup("Team of day " + day, GroupType.OKTA_GROUP);
    directory.importMembers(team.id(), people);
    okta.churn().make(OTHER_CHANGES, random.nextLong(), Churn.EVERYDAY);
  }

  private User joiner(String login) {
    Map<String, Object> profile =
        Map.of("login", login, "email", login, "firstName", "New", "lastName", "Joiner " + login);
    return directory.importUser(profile, UserStatus.ACTIVE);
  }

  private void rename(User user) {
    String login = "day" + day + "." + user.login();
    directory.update(user.id(), Map.of("login", login, "email", login), true);
  }
}
