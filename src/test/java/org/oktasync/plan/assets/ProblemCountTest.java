package org.oktasync.plan.assets;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Message;

public class ProblemCountTest {
  private static final String SMILE = "\uD83D\uDE00";

  private static String told(String example) {
    ProblemCount problems = new ProblemCount();
    problems.add("code", "Users", "Name", example);
    List<Message> notices = problems.notices();
    assertEquals(List.of("Users", "Name", "1"), notices.get(0).arguments().subList(0, 3));
    return notices.get(0).arguments().get(3);
  }

  @Test
  public void aLongExampleIsCutBetweenCharacters() {
    String hundred = "x".repeat(100);
    assertEquals("", told(""));
    assertEquals(hundred, told(hundred));
    assertEquals(hundred + "…", told(hundred + "y"));
    assertEquals("x".repeat(99) + "…", told("x".repeat(99) + SMILE));
    assertEquals("x".repeat(98) + SMILE + "…", told("x".repeat(98) + SMILE + "z"));
  }
}
