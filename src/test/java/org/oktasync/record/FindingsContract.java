package org.oktasync.record;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.EntityKind;

/** What everything that remembers findings keeps to. */
public abstract class FindingsContract {
  private static final long CONNECTION = 3;
  private static final Finding ANN = user("ann", "name-taken", "ann in LDAP");
  private static final Finding BOB = user("Bob", "create-off", "");
  private static final Finding STAFF =
      new Finding(EntityKind.GROUP, "00gstaff", "staff", "group-name-taken", "");

  /** The findings under test, empty. */
  protected abstract Findings findings();

  @Test
  public void settlesToWhatIsLeftAloneNow() {
    findings().settle(CONNECTION, Set.of(ANN, BOB));
    assertEquals(Set.of(ANN, BOB), findings().standing(CONNECTION));

    findings().settle(CONNECTION, Set.of(BOB, STAFF));
    assertEquals(Set.of(BOB, STAFF), findings().standing(CONNECTION));

    findings().settle(CONNECTION, Set.of());
    assertEquals(Set.of(), findings().standing(CONNECTION));
  }

  @Test
  public void aChangedDetailIsAnotherFinding() {
    findings().settle(CONNECTION, Set.of(ANN));
    Finding moved = user("ann", "name-taken", "ann in Crowd");

    findings().settle(CONNECTION, Set.of(moved));

    assertEquals(Set.of(moved), findings().standing(CONNECTION));
  }

  @Test
  public void connectionsAreApart() {
    findings().settle(CONNECTION, Set.of(ANN));
    findings().settle(CONNECTION + 1, Set.of(BOB));

    assertEquals(Set.of(ANN), findings().standing(CONNECTION));
    assertEquals(1, findings().search(CONNECTION + 1, "", 0, 9).total());
  }

  @Test
  public void searchFindsBeginningsOfSubjectsAndWholeSourceIds() {
    findings().settle(CONNECTION, Set.of(ANN, BOB, STAFF));

    assertEquals(List.of(STAFF, ANN, BOB), findings().search(CONNECTION, "", 0, 9).values());
    assertEquals(List.of(BOB), findings().search(CONNECTION, "bO", 0, 9).values());
    assertEquals(List.of(ANN), findings().search(CONNECTION, "00uann", 0, 9).values());
    assertEquals(List.of(), findings().search(CONNECTION, "00uan", 0, 9).values());
    assertEquals(new Page<>(3, 1, List.of(ANN)), findings().search(CONNECTION, "", 1, 1));
  }

  @Test
  public void manyFindingsSettleAtOnce() {
    Set<Finding> many =
        IntStream.range(0, 1200)
            .mapToObj(i -> user("user" + i, "create-off", ""))
            .collect(Collectors.toSet());

    findings().settle(CONNECTION, many);
    assertEquals(many, findings().standing(CONNECTION));

    findings().settle(CONNECTION, Set.of(ANN));
    assertEquals(Set.of(ANN), findings().standing(CONNECTION));
  }

  private static Finding user(String name, String reason, String detail) {
    return new Finding(EntityKind.USER, "00u" + name, name, reason, detail);
  }
}
