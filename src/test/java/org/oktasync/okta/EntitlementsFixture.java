package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.control.Progress;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementScope.DirectUsers;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;

/** An organisation in which people have groups, applications and roles, beside a model of it. */
abstract class EntitlementsFixture extends OrgFixture {
  static final Set<EntitlementKind> ALL_KINDS = Set.of(EntitlementKind.values());
  static final EntitlementScope EVERYTHING =
      new EntitlementScope(ALL_KINDS, false, DirectUsers.OF_EVERY_APP);
  static final EntitlementScope THROUGH_GROUPS =
      new EntitlementScope(ALL_KINDS, false, DirectUsers.OF_NO_APP);

  final EntitledOrg model = new EntitledOrg();

  static Set<String> set(String... ids) {
    return new TreeSet<>(Arrays.asList(ids));
  }

  void small() {
    model.people.addAll(set("00u1", "00u2", "00u3", "00u4"));
    model.group(EntitledOrg.EVERYONE, model.people);
    model.group("00gA", set("00u1", "00u2"));
    model.group("00gB", set("00u2", "00u3"));
    model.group("00gC", set());
    model.app("0oa1", set("00gA"), set("00u4"));
    model.app("0oa2", set("00gB", "00gC"), set());
    model.app("0oa3", set(EntitledOrg.EVERYONE), set());
    model.rolesOfUser.put("00u1", set("APP_ADMIN", "cr01"));
    model.rolesOfGroup.put("00gB", set("HELP_DESK_ADMIN"));
    model.layOut(org);
  }

  EntitlementReading read(EntitlementScope scope) {
    return opened(source().entitlements().read(scope, spool(), stop, Progress.NONE));
  }

  static Set<String> ids(Entitlements.Held held) {
    Set<String> ids = new TreeSet<>();
    for (SourceValue.Fields object : held.objects()) {
      assertTrue("each once", ids.add(TreePath.id(object)));
    }
    return ids;
  }

  void assertEqualsModel(String label, EntitlementReading reading, EntitlementScope scope) {
    Set<String> direct = new TreeSet<>(model.groupsOfApp.keySet());
    direct.removeIf(app -> !scope.directUsers().of(app));
    try (EntitlementWalk walk = reading.walk()) {
      for (String user : model.people) {
        Entitlements has = walk.of(new ExternalId(user), model.status(user));
        String who = label + " " + user;
        if (scope.wants(EntitlementKind.GROUPS)) {
          assertEquals(who, model.groupsOf(user, scope.builtInGroups()), ids(has.groups()));
        }
        if (scope.wants(EntitlementKind.APPS)) {
          assertEquals(who, model.appsOf(user, direct), ids(has.apps()));
        }
        if (scope.wants(EntitlementKind.ROLES)) {
          assertEquals(who, model.rolesOf(user), ids(has.roles()));
        }
        for (EntitlementKind kind : EntitlementKind.values()) {
          assertEquals(who + kind, scope.wants(kind), has.held(kind).complete());
          assertTrue(scope.wants(kind) || has.held(kind).objects().isEmpty());
        }
      }
    }
  }
}
