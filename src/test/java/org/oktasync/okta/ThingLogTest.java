package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/** What the System Log's events about applications, admin roles and devices point to. */
public class ThingLogTest {
  private static final String USER = "{\"type\":\"User\",\"id\":\"ann\"}";
  private static final String GROUP = "{\"type\":\"UserGroup\",\"id\":\"g\"}";
  private static final String APP = "{\"type\":\"AppInstance\",\"id\":\"app\"}";
  private static final String DEVICE = "{\"type\":\"Device\",\"id\":\"dev\"}";
  private static final String ROLE = "{\"type\":\"ROLE\",\"id\":\"HELP\"}";

  private final ThingLog log = new ThingLog();

  private void take(String type, String... targets) throws IOException {
    tell(type, "SUCCESS", List.of(targets));
  }

  private void tell(String type, String result, List<String> targets) throws IOException {
    String json =
        "{\"uuid\":\"1\",\"eventType\":\"%s\",\"outcome\":{\"result\":\"%s\"},"
                .formatted(type, result)
            + "\"actor\":{\"id\":\"boss\",\"type\":\"User\"},\"target\":["
            + String.join(",", targets)
            + "]}";
    try (var parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      log.take(new LogEventParser().parse(parser));
    }
  }

  private static ThingChanges changes(
      Set<String> people, Set<String> groups, Set<String> things, Set<String> shaken) {
    return new ThingChanges(ids(people), ids(groups), things, shaken);
  }

  private static Set<ExternalId> ids(Set<String> texts) {
    return texts.stream().map(ExternalId::new).collect(Collectors.toSet());
  }

  @Test
  public void anAssignmentNamesWhoHasTheApplication() throws IOException {
    take("application.user_membership.add", APP, USER);
    take("group.application_assignment.remove", GROUP, APP);
    assertEquals(changes(Set.of("ann"), Set.of("g"), Set.of(), Set.of()), log.of(ThingKind.APPS));
    assertFalse(log.of(ThingKind.DEVICES).any());
  }

  @Test
  public void anApplicationThatIsSwitchedOffIsTakenFromEverybody() throws IOException {
    take("application.lifecycle.update", APP);
    assertEquals(changes(Set.of(), Set.of(), Set.of("app"), Set.of()), log.of(ThingKind.APPS));
    take("application.lifecycle.deactivate", APP);
    assertEquals(changes(Set.of(), Set.of(), Set.of("app"), Set.of("app")), log.of(ThingKind.APPS));
  }

  @Test
  public void aRoleIsGrantedToAPersonOrAGroup() throws IOException {
    take("user.account.privilege.grant", USER, ROLE);
    take("iam.resourceset.bindings.delete", GROUP, ROLE);
    assertEquals(
        changes(Set.of("ann"), Set.of("g"), Set.of("HELP"), Set.of()), log.of(ThingKind.ROLES));
  }

  @Test
  public void aDeviceNamesItsOwner_andWhoEnrolsOneNeedNotBeATarget() throws IOException {
    take("device.user.remove", USER, DEVICE);
    assertEquals(
        changes(Set.of("ann"), Set.of(), Set.of("dev"), Set.of()), log.of(ThingKind.DEVICES));
    take("device.enrollment.create", DEVICE);
    assertEquals(ids(Set.of("ann", "boss")), log.of(ThingKind.DEVICES).people());
  }

  @Test
  public void whoSwitchesADeviceOffIsNotItsOwner() throws IOException {
    take("device.lifecycle.deactivate", DEVICE);
    assertEquals(
        changes(Set.of(), Set.of(), Set.of("dev"), Set.of("dev")), log.of(ThingKind.DEVICES));
  }

  @Test
  public void attemptsAndOtherEventsTellNothing() throws IOException {
    tell("device.user.add", "FAILURE", List.of(USER, DEVICE));
    take("group.user_membership.add", USER, GROUP);
    take("user.session.start", USER, APP);
    for (ThingKind kind : ThingKind.values()) {
      assertEquals(ThingChanges.NONE, log.of(kind));
    }
  }

  @Test
  public void nothingIsAskedForThatNobodyWants_andEverythingFitsIntoAnAddress() {
    assertEquals(4, LogEvent.types(Set.of()).size());
    assertEquals(2, LogEvent.withoutMembers(Set.of()).size());
    List<String> ofDevices = LogEvent.types(Set.of(ThingKind.DEVICES));
    assertTrue(ofDevices.contains("device.user.add"));
    assertFalse(ofDevices.contains("application.lifecycle.update"));
    Set<ThingKind> all = EnumSet.allOf(ThingKind.class);
    String filter =
        LogEvent.types(all).stream()
            .map(type -> "eventType eq \"" + type + "\"")
            .collect(Collectors.joining(" or "));
    int length = OktaLists.escaped(filter).length();
    assertTrue(length + " characters", length < 2_000);
    assertEquals(
        ThingEvent.values().length,
        Arrays.stream(ThingEvent.values()).map(ThingEvent::code).distinct().count());
  }
}
