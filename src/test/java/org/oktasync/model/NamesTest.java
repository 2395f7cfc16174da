package org.oktasync.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class NamesTest {
  @Test
  public void caseDoesNotTellNamesApart() {
    assertEquals(new AccountName("JSmith"), new AccountName("jsmith"));
    assertEquals(new GroupName("Jira-Administrators"), new GroupName("jira-administrators"));
  }

  @Test
  public void aDecomposedSpellingIsTheSameName() {
    assertEquals(new AccountName("jos\u00e9"), new AccountName("jose\u0301"));
  }

  @Test
  public void theSpellingIsKept() {
    assertEquals("JSmith", new AccountName("JSmith").value());
  }

  @Test
  public void lettersAreNotMixedUpByTheServersLanguage() {
    assertEquals("title", new AccountName("TITLE").key());
    assertNotEquals(new AccountName("a"), new AccountName("b"));
  }
}
