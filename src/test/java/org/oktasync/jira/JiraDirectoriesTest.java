package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

public class JiraDirectoriesTest {
  private static final Set<OperationType> EVERYTHING = EnumSet.allOf(OperationType.class);

  private final FakeDirectoryService service = FakeDirectoryService.with(1);
  private final FakeCrowd crowd = FakeCrowd.with(1);
  private final JiraDirectories directories =
      new JiraDirectories(
          service,
          crowd.manager(),
          new FakeUserKeys(crowd),
          new FakeUserProperties(),
          RecordedLog.unread());

  @Test
  public void anInternalActiveDirectoryThatAllowsEverythingHasNoObstacle() {
    TargetDirectory directory = directories.find(1).orElseThrow();

    assertNull(directory.obstacle());
    assertEquals("INTERNAL", directory.type());
    assertEquals(0, directory.position());
  }

  @Test
  public void whetherMembershipsAddUpIsWhatJiraSays_andUnknownWhenItDoesNot() {
    assertEquals(MembershipAggregation.OFF, directories.aggregation());
    service.aggregates(() -> true);
    assertEquals(MembershipAggregation.ON, directories.aggregation());
    service.aggregates(
        () -> {
          throw new IllegalStateException("no such application");
        });
    assertEquals(MembershipAggregation.UNKNOWN, directories.aggregation());
    service.aggregates(
        () -> {
          throw new NoSuchMethodError("isMembershipAggregationEnabled");
        });
    assertEquals(MembershipAggregation.UNKNOWN, directories.aggregation());
  }

  @Test
  public void everyOtherTypeIsRefused() {
    for (DirectoryType type : EnumSet.complementOf(EnumSet.of(DirectoryType.INTERNAL))) {
      assertEquals(
          "directory-type-unsupported",
          obstacle(FakeDirectoryService.directory(2, "Other", type, true, EVERYTHING)));
    }
    assertEquals(
        "directory-type-unsupported",
        obstacle(FakeDirectoryService.directory(2, "Other", null, true, EVERYTHING)));
  }

  @Test
  public void aDirectoryThatIsOffIsRefused() {
    assertEquals(
        "directory-inactive",
        obstacle(
            FakeDirectoryService.directory(2, "Off", DirectoryType.INTERNAL, false, EVERYTHING)));
  }

  @Test
  public void aMissingPermissionIsNamed() {
    Set<OperationType> some =
        EnumSet.complementOf(EnumSet.of(OperationType.DELETE_USER, OperationType.CREATE_ROLE));
    service.directories.add(
        FakeDirectoryService.directory(2, "Kept", DirectoryType.INTERNAL, true, some));

    assertEquals(
        List.of("Kept", "DELETE_USER"), directories.find(2).orElseThrow().obstacle().arguments());
  }

  @Test
  public void aNewDirectoryGoesLastWhereverJiraPutsIt() {
    service.newOnesGoFirst = true;

    TargetDirectory made = directories.create(" Okta ");

    assertEquals(1, made.position());
    assertEquals("Okta", made.name());
    assertNull(made.obstacle());
    Directory stored = service.directories.get(1);
    assertEquals("atlassian-security", stored.getAttributes().get("user_encryption_method"));
    assertEquals(
        "com.atlassian.crowd.directory.InternalDirectory", stored.getImplementationClass());
  }

  @Test
  public void aDirectoryThatCannotGoLastIsNotLeftBehind() {
    service.newOnesGoFirst = true;
    service.orderIsFixed = true;

    TargetException refusal = assertThrows(TargetException.class, () -> directories.create("Okta"));

    assertEquals("directory-not-last", refusal.problem().code());
    assertEquals(1, directories.all().size());
  }

  @Test
  public void aNameIsTakenInAnySpelling() {
    TargetException refusal =
        assertThrows(TargetException.class, () -> directories.create("DIRECTORY 1"));

    assertEquals(Kind.CONFLICT, refusal.kind());
    assertEquals(1, directories.all().size());
  }

  private String obstacle(Directory directory) {
    service.directories.removeIf(other -> other.getId() == 2);
    service.directories.add(directory);
    return directories.find(2).orElseThrow().obstacle().code();
  }
}
