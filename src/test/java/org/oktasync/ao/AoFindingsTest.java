package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.record.Finding;
import org.oktasync.record.Findings;
import org.oktasync.record.FindingsContract;

public class AoFindingsTest extends FindingsContract {
  @Rule public final TestDatabase database;

  public AoFindingsTest() {
    this(new TestDatabase());
  }

  AoFindingsTest(TestDatabase database) {
    this.database = database;
  }

  private Findings findings;

  @Override
  protected Findings findings() {
    if (findings == null) {
      findings = new AoFindings(database.node());
    }
    return findings;
  }

  @Test
  public void anImpossibleNameIsStoredInAFormThatEveryDatabaseTakes() {
    String pairCutInTwo = "x".repeat(254) + "\uD83D\uDE00";
    findings().settle(1, Set.of(group("a\u0000b\uD800c"), group(pairCutInTwo)));

    assertEquals(Set.of(group("a\uFFFDb\uFFFDc"), group(pairCutInTwo)), findings().standing(1));
    assertEquals(1, findings().search(1, "A\u0000B", 0, 9).total());
  }

  private static Finding group(String name) {
    return new Finding(EntityKind.GROUP, "00g1", name, "name-not-allowed", name);
  }
}
