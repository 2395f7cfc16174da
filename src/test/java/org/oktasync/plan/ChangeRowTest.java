package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.model.assets.ObjectIdentity;

/** A stored plan says what was planned, no more and no less. */
public class ChangeRowTest {
  private static final ExternalId ID = new ExternalId("00u1");
  private static final ExternalId GROUP = new ExternalId("00g1");
  private static final AccountName ANN = new AccountName("ann");
  private static final GroupName TEAM = new GroupName("team");
  private static final Account ACCOUNT =
      new Account(ANN, "Ann", "a@x.org", false, Map.of("firstName", "A", "property:x", "1"));
  private static final ObjectIdentity OBJECT = new ObjectIdentity("Users", "u1");
  private static final Map<String, String> BEFORE = Map.of("Floor", "7");
  private static final Map<String, String> AFTER = Map.of("Floor", "8");

  private static final List<Change> ALL =
      List.of(
          new AccountChange.AdoptAccount(ID, ANN),
          new AccountChange.CreateAccount(ID, ACCOUNT),
          new AccountChange.RenameAccount(ID, ANN, new AccountName("bob")),
          new AccountChange.UpdateAccount(ID, ANN, BEFORE, AFTER),
          new AccountChange.ReactivateAccount(ID, ANN),
          new AccountChange.DeactivateAccount(ID, ANN, "gone"),
          new AccountChange.DeactivateAccount(ID, ANN, "gone", "2026-01-31"),
          new AccountChange.AwaitDeactivation(ID, ANN, "out-of-scope", "2026-01-31"),
          new AccountChange.StayActive(ID, ANN),
          new AccountChange.DeleteAccount(ID, ACCOUNT, "gone"),
          new Change.LeaveAlone(EntityKind.USER, ID, "ann", "", "name-taken", "x"),
          new GroupChange.AdoptGroup(ID, TEAM, "named"),
          new GroupChange.CreateGroup(ID, TEAM, "named"),
          new GroupChange.CopyGroup(ID, TEAM, new GroupName("crew")),
          new GroupChange.DeleteGroup(ID, TEAM, 12),
          new Change.LeaveAlone(EntityKind.GROUP, ID, "team", "", "group-renamed", ""),
          new Change.AddMember(ID, ANN, GROUP, TEAM),
          new Change.RemoveMember(ID, ANN, GROUP, TEAM, "gone"),
          new Change.LeaveAlone(EntityKind.MEMBERSHIP, ID, "ann", "team", "protected-member", ""),
          new ObjectChange.CreateObject(ID, OBJECT, "Ann", AFTER, "x"),
          new ObjectChange.UpdateObject(ID, OBJECT, "Ann", BEFORE, AFTER),
          new ObjectChange.RetireObject(ID, OBJECT, "Ann", BEFORE, AFTER, "gone"),
          new ObjectChange.RetireObject(ID, OBJECT, "Ann", Map.of(), Map.of(), "gone"),
          new ObjectChange.RestoreObject(ID, OBJECT, "Ann", BEFORE, AFTER),
          new ObjectChange.RestoreObject(ID, OBJECT, "Ann", Map.of(), AFTER),
          new ObjectChange.DeleteObject(ID, OBJECT, "Ann", BEFORE, "gone"),
          new Change.LeaveAlone(EntityKind.OBJECT, ID, "Ann", "Users", "assets-key-twice", "k"),
          new LeadChange(ID, Lead.ofProject("ABC"), ANN, new AccountName("boss")),
          new LeadChange(ID, new Lead("ABC", "Backend"), ANN, new AccountName("boss")),
          new Change.LeaveAlone(EntityKind.LEAD, ID, "ABC", "", "undo-unlinked", "ABC"));

  @Test
  public void everyChangeComesBackFromItsRow() {
    for (Change change : ALL) {
      assertEquals(change, ChangeRow.of(change).toChange());
    }
  }

  @Test
  public void aRowSaysWhatAPersonLooksFor() {
    ChangeRow add = ChangeRow.of(new Change.AddMember(ID, ANN, GROUP, TEAM));
    assertEquals("ann", add.subject());
    assertEquals("team", add.object());
    assertEquals("00u1", add.sourceId());
    assertEquals("00g1", add.groupId());
    assertEquals("", add.key());
    ChangeRow object =
        ChangeRow.of(new ObjectChange.UpdateObject(ID, OBJECT, "Ann", BEFORE, AFTER));
    assertEquals("Users", object.object());
    assertEquals("u1", object.key());
    assertEquals("", object.groupId());
    assertEquals(EntityKind.OBJECT, object.kind());
  }

  @Test
  public void whatIsSwitchedIsSaidInBothDirections() {
    ChangeRow on = ChangeRow.of(new AccountChange.ReactivateAccount(ID, ANN));
    assertEquals(Map.of("active", "false"), on.before());
    assertEquals(Map.of("active", "true"), on.after());
    ChangeRow off = ChangeRow.of(new AccountChange.DeactivateAccount(ID, ANN, "gone"));
    assertEquals(Map.of("active", "true"), off.before());
    assertEquals(Map.of("active", "false"), off.after());
    assertEquals("gone", off.reason());
  }

  @Test
  public void noTwoChangesHaveOneFingerprint_andTheSameOneAlwaysHasTheSame() {
    Set<String> texts = new HashSet<>();
    for (Change change : ALL) {
      String text = ChangeRow.of(change).canonicalText();
      assertTrue(text, texts.add(text));
      assertEquals(text, ChangeRow.of(ChangeRow.of(change).toChange()).canonicalText());
      assertTrue(text.endsWith("\n"));
    }
  }

  private static ChangeRow row(String... fields) {
    return new ChangeRow(
        EntityKind.MEMBERSHIP,
        Operation.ADD,
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        Map.of("b", fields[5], "n", ""),
        Map.of("a", fields[6]),
        fields[7]);
  }

  @Test
  public void everyFieldCountsForTheFingerprint_andSoDoesWhereItEnds() {
    String[] fields = {"1", "2", "3", "4", "5", "6", "7", "8"};
    String text = row(fields).canonicalText();
    assertEquals("10:membership3:add1:11:21:31:41:51:21:b1:61:n0:1:11:a1:71:8\n", text);
    for (int i = 0; i < fields.length; i++) {
      String[] other = fields.clone();
      other[i] = "x";
      assertFalse(text.equals(row(other).canonicalText()));
    }
    assertFalse(
        row("a", "bc", "", "", "", "", "", "")
            .canonicalText()
            .equals(row("ab", "c", "", "", "", "", "", "").canonicalText()));
  }

  @Test
  public void aRowThatNoChangeMakesIsRefused() {
    for (EntityKind kind : EntityKind.values()) {
      Operation none = kind == EntityKind.OBJECT ? Operation.ADD : Operation.RETIRE;
      ChangeRow row = new ChangeRow(kind, none, "ann", "x", "1", "", "k", Map.of(), Map.of(), "");
      assertThrows(kind.name(), IllegalStateException.class, row::toChange);
    }
  }

  @Test
  public void ordersOfValuesDoNotMatter() {
    Map<String, String> forth = new java.util.LinkedHashMap<>();
    forth.put("a", "1");
    forth.put("b", "2");
    Map<String, String> back = new java.util.LinkedHashMap<>();
    back.put("b", "2");
    back.put("a", "1");
    assertEquals(
        ChangeRow.of(new AccountChange.UpdateAccount(ID, ANN, forth, forth)).canonicalText(),
        ChangeRow.of(new AccountChange.UpdateAccount(ID, ANN, back, back)).canonicalText());
  }

  @Test
  public void whatTakesSomethingAwayIsKnown() {
    List<Operation> destructive =
        List.of(Operation.values()).stream().filter(Operation::destructive).toList();
    assertEquals(
        List.of(
            Operation.DEACTIVATE,
            Operation.DELETE,
            Operation.REMOVE,
            Operation.RETIRE,
            Operation.ARCHIVE),
        destructive);
  }
}
