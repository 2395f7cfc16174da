package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/** Objects that are told apart, or found, by numbers, however Assets writes them. */
public class NumberedObjectsTest extends ObjectScenario {
  private void sites(AttributeType kind) {
    String sites = world.assets.world().addType(world.assets.schemaId(), "Sites").id();
    world.assets.world().addAttribute(sites, NewAttribute.of("Number", kind));
    world
        .assets
        .world()
        .addAttribute(
            world.usersType(), NewAttribute.of("Site", AttributeType.REFERENCE).to(sites));
    world.further.add(ObjectWorld.refer("site", "Site", "Number = ${site}"));
  }

  private void ofSites(boolean decimals, AttributeType kind) {
    if (decimals) {
      world.assets.world().answerDecimals();
    }
    sites(kind);
    String seven = world.hand.put("Sites", Map.of("Name", "Seven", "Number", "7"));
    world.person("u1", "name", "Ann", "site", "7");
    world.person("u2", "name", "Bob", "site", "7.0");
    world.person("u3", "name", "Eve", "site", "8.0");
    world.person("u4", "name", "Kim", "site", "8");
    world.run();
    assertEquals(0, count(Tally.FAILED));
    assertEquals(List.of(seven), referred("u1", "Site"));
    assertEquals(List.of(seven), referred("u2", "Site"));
    assertEquals(referred("u3", "Site"), referred("u4", "Site"));
    assertEquals(2, world.hand.lines("Sites").size());
    assertQuiet();

    world.person("u1", "name", "Ann", "site", "8.0");
    world.run();
    assertEquals(0, count(Tally.FAILED) + count(Tally.SKIPPED));
    assertEquals(referred("u3", "Site"), referred("u1", "Site"));
    assertQuiet();
  }

  @Test
  public void whatIsFoundByAWholeNumber_isFoundAndNotMadeTwice() {
    ofSites(false, AttributeType.INTEGER);
  }

  @Test
  public void whatIsFoundByAWholeNumber_isFound_thoughAssetsAnswersDecimals() {
    ofSites(true, AttributeType.INTEGER);
  }

  @Test
  public void whatIsFoundByADecimalNumber_isFoundAndNotMadeTwice() {
    ofSites(false, AttributeType.DOUBLE);
  }

  @Test
  public void whatIsFoundByADecimalNumber_isFound_thoughAssetsAnswersDecimals() {
    ofSites(true, AttributeType.DOUBLE);
  }

  @Test
  public void aValueThatIsNoNumber_isToldAndLeadsToNothing() {
    sites(AttributeType.INTEGER);
    world.person("u1", "name", "Ann", "site", "North");
    world.run();
    assertEquals(List.of("assets-reference-none"), codes());
    assertEquals(0, count(Tally.FAILED));
    assertEquals(List.of(), referred("u1", "Site"));
  }

  @Test
  public void whoIsToldByANumberIsNotMadeTwice_thoughAnAnswerWasLost() {
    world.numberedPeople();
    world.assets.world().answerDecimals();
    world.person("1", "name", "Ann").person("2", "name", "Bob", "manager", "1.0");
    world.assets.world().faults().failAfterWrite(1, () -> refusal(Kind.RETRY));
    world.run();
    assertEquals(0, count(Tally.FAILED));
    assertEquals(2, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void whoseKeyIsNoNumberIsLeftOut() {
    world.numberedPeople();
    world.person("1", "name", "Ann").person("u2", "name", "Bob", "key", "north");
    assertEquals(
        List.of(
            "LEAVE u2 {} {detail=north} assets-key-unfit", "CREATE Ann {} {Name=Ann, Okta ID=1}"),
        rows(world.run()));
    assertEquals(List.of("{Name=Ann, Okta ID=1}"), world.hand.lines("Users"));
    world.person("1", "name", "Ann", "key", "01.0");
    world.people.remove("u2");
    assertQuiet();
  }
}
