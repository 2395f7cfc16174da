package org.oktasync.schedule;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** A site is told from its copy. */
public class SiteTest {
  private final Site site = new Site("https://jira.example.com/jira/", "B1-AAAA");

  @Test
  public void theAddressCounts() {
    assertTrue(site.same(new Site("https://JIRA.example.com/jira", "B1-AAAA")));
    assertFalse(site.same(new Site("https://test.example.com/jira", "B1-AAAA")));
    assertFalse(site.same(new Site("", "B1-AAAA")));
  }

  @Test
  public void theServerIdCounts_whereBothAreKnown() {
    assertFalse(site.same(new Site("https://jira.example.com/jira", "B2-BBBB")));
    assertTrue(site.same(new Site("https://jira.example.com/jira", "")));
    assertTrue(new Site("https://jira.example.com/jira", "").same(site));
  }
}
