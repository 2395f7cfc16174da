package org.oktasync.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementScope.DirectUsers;

/**
 * What every source of entitlements promises, tried on Ann (00u1), who is in the group Crew (00g1),
 * may use the application Wiki (0oa1) and has the role Desk (DESK), and Bob (00u2), who has
 * nothing.
 */
public abstract class EntitlementListsContract {
  @Rule public final TemporaryFolder storage = new TemporaryFolder();

  /** The lists under test, with Ann and Bob. */
  protected abstract EntitlementLists entitlements();

  /** From here on the source does not tell of roles. */
  protected abstract void withoutRoles();

  /** From here on it cannot be told in full who is in the group Crew. */
  protected abstract void doubtCrew();

  private EntitlementReading read(Set<EntitlementKind> kinds) {
    return entitlements()
        .read(
            new EntitlementScope(kinds, false, DirectUsers.OF_EVERY_APP),
            storage.getRoot().toPath(),
            new StopSignal(),
            Progress.NONE);
  }

  private static List<String> texts(Entitlements.Held held) {
    return held.objects().stream().map(SourceValue::text).toList();
  }

  @Test
  public void everybodyHasWhatTheyHave() {
    try (EntitlementReading reading = read(Set.of(EntitlementKind.values()));
        EntitlementWalk walk = reading.walk()) {
      Entitlements ann = walk.of(new ExternalId("00u1"), "ACTIVE");
      assertEquals(List.of("Crew"), texts(ann.groups()));
      assertEquals(List.of("Wiki"), texts(ann.apps()));
      assertEquals(List.of("Desk"), texts(ann.roles()));
      Entitlements bob = walk.of(new ExternalId("00u2"), "ACTIVE");
      for (EntitlementKind kind : EntitlementKind.values()) {
        assertEquals(List.of(), texts(bob.held(kind)));
        assertTrue(bob.held(kind).complete());
        assertTrue(reading.completeness(kind).complete());
        assertEquals(Set.of(), reading.uncertain(kind));
        assertEquals(1, reading.objects(kind).size());
      }
      assertEquals(List.of(), reading.incomplete());
      assertEquals(List.of(), reading.notices());
    }
    assertEquals(0, storage.getRoot().list().length);
  }

  @Test
  public void whatIsNotWanted_isNotKnown() {
    try (EntitlementReading reading = read(Set.of(EntitlementKind.APPS));
        EntitlementWalk walk = reading.walk()) {
      assertFalse(reading.completeness(EntitlementKind.GROUPS).complete());
      assertTrue(reading.objects(EntitlementKind.GROUPS).isEmpty());
      Entitlements ann = walk.of(new ExternalId("00u1"), "ACTIVE");
      assertFalse(ann.groups().complete());
      assertEquals(List.of(), texts(ann.groups()));
      assertEquals(List.of("Wiki"), texts(ann.apps()));
    }
  }

  @Test
  public void aWalkGoesForwardOnly_andThereMayBeSeveral() {
    try (EntitlementReading reading = read(Set.of(EntitlementKind.GROUPS));
        EntitlementWalk first = reading.walk();
        EntitlementWalk second = reading.walk()) {
      first.of(new ExternalId("00u2"), "ACTIVE");
      assertThrows(
          IllegalArgumentException.class, () -> first.of(new ExternalId("00u1"), "ACTIVE"));
      Entitlements ann = second.of(new ExternalId("00u1"), "ACTIVE");
      assertEquals(List.of("Crew"), texts(ann.groups()));
    }
  }

  @Test
  public void aKindThatIsNotOffered_isANotice() {
    withoutRoles();
    try (EntitlementReading reading = read(Set.of(EntitlementKind.values()));
        EntitlementWalk walk = reading.walk()) {
      assertEquals(1, reading.notices().size());
      assertEquals(List.of(), reading.incomplete());
      assertFalse(reading.completeness(EntitlementKind.ROLES).complete());
      assertFalse(walk.of(new ExternalId("00u2"), "ACTIVE").roles().complete());
      assertTrue(reading.completeness(EntitlementKind.GROUPS).complete());
    }
  }

  @Test
  public void aDoubt_isOfOneThing() {
    doubtCrew();
    try (EntitlementReading reading = read(Set.of(EntitlementKind.values()))) {
      assertEquals(Set.of("00g1"), reading.uncertain(EntitlementKind.GROUPS));
      assertEquals(Set.of(), reading.uncertain(EntitlementKind.ROLES));
      assertTrue(reading.completeness(EntitlementKind.GROUPS).complete());
    }
  }
}
