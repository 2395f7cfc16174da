package org.oktasync.support;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Names go, everything else stays. */
public class PseudonymsTest {
  private final Pseudonyms people = new Pseudonyms();

  public PseudonymsTest() {
    people.add("person-17", "ann.smith", "ann.smith@example.com", "Ann Smith-Jones");
    people.add("person-2", "ann", "Ann");
    people.add("person-3", "k/l", "o'n", "", " - ");
  }

  @Test
  public void theSamePersonHasTheSamePseudonymByWhateverName() {
    assertEquals(
        "person-17, person-17 (person-17) and person-2",
        people.scrub("ann.smith, ANN.SMITH@example.com (Ann Smith-Jones) and ann"));
  }

  @Test
  public void theLongestNameWinsAndPartsOfWordsStay() {
    assertEquals("person-17!", people.scrub("ann.smith!"));
    assertEquals("annex, annotation, joann", people.scrub("annex, annotation, joann"));
    assertEquals("person-2.smithers", people.scrub("ann.smithers"));
  }

  @Test
  public void namesWithOtherCharactersAreFound() {
    assertEquals("'person-3' [person-3]", people.scrub("'k/l' [O'n]"));
  }

  @Test
  public void namesBetweenMarksAreFound() {
    people.add("person-9", "_svc_", "Åsa \uD83D\uDE00");
    assertEquals("_person-9_ {person-9}", people.scrub("_svc_ {Åsa \uD83D\uDE00}"));
  }

  @Test
  public void addressesOfStrangersGoToo() {
    assertEquals(
        "to other-1 and other-2, other-1",
        people.scrub("to eve@corp.org and bob+x@corp.co.uk, eve@corp.org"));
  }

  @Test
  public void aNameThatIsLearntIsReplacedFromThenOn() {
    assertEquals("Rejected by boss", people.scrub("Rejected by boss"));
    assertEquals("other-1", people.learn("boss"));
    assertEquals("other-1", people.learn("Boss"));
    assertEquals("person-17", people.learn("ann.smith"));
    assertEquals("", people.learn(""));
    assertEquals("Rejected by other-1", people.scrub("Rejected by boss"));
  }

  @Test
  public void aTextWithoutPeopleStaysAsItIs() {
    String text =
        "connection 1, run 12: Ended as PARTIAL after 3 s: user created 5\n\tat x.Y$Z(Y.java:5)";
    assertEquals(text, people.scrub(text));
    assertEquals("", people.scrub(""));
  }
}
