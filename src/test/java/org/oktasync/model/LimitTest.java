package org.oktasync.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class LimitTest {
  private static final Limit FIVE_PERCENT_OR_FIFTY = new Limit(50, 5);

  @Test
  public void theSmallerOfNumberAndShareCounts() {
    assertEquals(10, FIVE_PERCENT_OR_FIFTY.allowed(200));
    assertEquals(50, FIVE_PERCENT_OR_FIFTY.allowed(20_000));
  }

  @Test
  public void inASmallConnectionASmallNumberIsAllowedInsteadOfTheShare() {
    assertEquals(5, FIVE_PERCENT_OR_FIFTY.allowed(20));
    assertEquals(5, FIVE_PERCENT_OR_FIFTY.allowed(99));
  }

  @Test
  public void neverMoreThanHalfOfASmallConnection() {
    assertEquals(3, FIVE_PERCENT_OR_FIFTY.allowed(6));
    assertEquals(1, FIVE_PERCENT_OR_FIFTY.allowed(2));
    assertEquals(1, FIVE_PERCENT_OR_FIFTY.allowed(1));
  }

  @Test
  public void aShareOfNothingAllowsNothing() {
    assertEquals(0, new Limit(null, 0).allowed(20));
    assertEquals(0, new Limit(0, 5).allowed(20));
  }

  @Test
  public void onlyTheNumberCountsWhenThereIsNoShare() {
    assertEquals(3, new Limit(3, null).allowed(1_000_000));
  }

  @Test
  public void aGroupMayLoseHalfAndSmallGroupsAnything() {
    GroupLimit limit = new GroupLimit(50, 10);
    assertFalse(limit.breachedBy(10, 20));
    assertTrue(limit.breachedBy(11, 20));
    assertFalse(limit.breachedBy(10, 10));
  }
}
