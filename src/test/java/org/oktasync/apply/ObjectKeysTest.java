package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.EntityKind;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;

/** By what objects are told apart, what they are called. */
public class ObjectKeysTest extends ObjectScenario {
  @Test
  public void whoHasNoNameIsCalledByTheirKey() {
    world.person("u1", "floor", "7");
    assertEquals(List.of("CREATE u1 {} {Floor=7, Name=u1, Okta ID=u1}"), rows(world.run()));
    assertQuiet();
    world.person("u1", "floor", "8");
    assertEquals(List.of("UPDATE u1 {Floor=7} {Floor=8}"), rows(world.run()));
  }

  @Test
  public void aChangeIsShownUnderTheNewName() {
    world.person("u1", "name", "Ann");
    world.run();
    world.person("u1", "name", "Anna");
    assertEquals(List.of("UPDATE Anna {Name=Ann} {Name=Anna}"), rows(world.run()));
  }

  @Test
  public void aNameThatGoes_isNotTakenAway_becauseAssetsNeedsOne() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "floor", "8");
    assertEquals(List.of("UPDATE Ann {Floor=7} {Floor=8}"), rows(world.run()));
    assertEquals(List.of("assets-value-required"), codes());
    assertEquals("{Floor=8, Name=Ann, Okta ID=u1}", user(0));
  }

  @Test
  public void valuesThatGo_areTakenAway() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "floor", "7", "mail", "ann@x.org");
    world.run();
    world.person("u1", "name", "Ann");
    assertEquals(
        List.of("UPDATE Ann {Account=ann, Floor=7} {Account=, Floor=}"), rows(world.run()));
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aValueInAnotherSpellingIsTheSame() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "name", " Ann ", "floor", "07.0");
    assertQuiet();
  }

  @Test
  public void aPersonWithAnotherUserName_isTheSamePersonOfJira() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "mail", "ann@x.org");
    world.run();
    world.users.clear();
    world.account("ann@x.org", "ann.lee", "KEY1");
    assertQuiet();
    world.account("ann@x.org", "eve", "KEY2");
    assertEquals(List.of("UPDATE Ann {Account=ann} {Account=eve}"), rows(world.run()));
    assertQuiet();
  }

  @Test
  public void whileNobodyInJiraCanBeLookedUp_whoIsNamedStays() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "mail", "ann@x.org");
    world.run();
    world.usersAreSilent = true;
    world.person("u1", "name", "Anna", "mail", "other@x.org");
    assertEquals(List.of("UPDATE Anna {Name=Ann} {Name=Anna}"), rows(world.run()));
    assertEquals("{Account=ann, Name=Anna, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-user-unanswered"), codes());
  }

  @Test
  public void whoGetsTheKeyOfSomebodyWhoIsGone_getsTheirObject() {
    world.person("u1", "name", "Ann", "key", "ann");
    world.run();
    String id = idOf("ann");
    world.people.remove("u1");
    world.person("u2", "name", "Anna", "key", "ann");
    assertEquals(List.of("UPDATE Anna {Name=Ann} {Name=Anna}"), rows(world.run()));
    assertEquals(id, idOf("ann"));
    assertEquals("u2", world.links.all().get(0).sourceId().value());
    assertEquals(1, world.links.count(ObjectWorld.CONNECTION));
    assertQuiet();
  }

  @Test
  public void theSharesOfAPlanAreTakenOfWhatIsThereAndInUse() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob").person("u3", "name", "Eve");
    world.run();
    assertEquals(3, (long) world.plan().summary().owned().get(EntityKind.OBJECT));
    world.hand.archive(idOf("u1"));
    assertEquals(2, (long) world.plan().summary().owned().get(EntityKind.OBJECT));
    world.people.remove("u2");
    world.run();
    assertEquals("retired", 2, (long) world.plan().summary().owned().get(EntityKind.OBJECT));
  }

  @Test
  public void whatIsLeftAloneSaysWhere() {
    world.hand.put("Users", Map.of("Name", "one", "Okta ID", "u3"));
    world.hand.put("Users", Map.of("Name", "two", "Okta ID", "U3"));
    world.person("u3", "name", "Eve");
    world.person("u4", "name", "Tom", "key", "");
    List<String> rows = rows(world.run());
    assertEquals(2, rows.size());
    assertEquals(
        List.of("LEAVE u4", "LEAVE u3"), rows.stream().map(row -> row.substring(0, 8)).toList());
    List<String> keys =
        world.assets.world().objectsOf(world.usersType()).stream()
            .map(object -> object.objectKey())
            .sorted()
            .toList();
    assertEquals(
        "LEAVE u3 {} {detail=" + String.join(", ", keys) + "} assets-found-twice", rows.get(1));
  }

  @Test
  public void manyAreLookedForTogether_andEachIsMade() {
    String longKey = "k".repeat(200);
    for (int i = 10; i < 40; i++) {
      world.person("u" + i, "name", "p" + i, "key", longKey + i);
    }
    Plan plan = world.plan();
    world.hand.put("Users", Map.of("Name", "p20", "Okta ID", longKey + "20"));
    int asked = world.assets.world().faults().count(AssetsCall.FIND);
    world.apply(plan, Mark.START);
    assertEquals(
        "seven long keys a question, twenty-five a batch",
        5,
        world.assets.world().faults().count(AssetsCall.FIND) - asked);
    assertEquals(30, world.hand.lines("Users").size());
    assertQuiet();
  }
}
