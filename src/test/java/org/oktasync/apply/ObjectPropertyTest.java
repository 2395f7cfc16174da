package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Reasons;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;

/** What must hold of objects for every history of an organisation and every mishap. */
public class ObjectPropertyTest {
  private static final int HISTORIES = 120;
  private static final String ANYTHING = "(?s).*";
  private static final Set<String> TOLD =
      Set.of(Reasons.OBJECT_FOUND_TWICE, Reasons.OBJECT_KEY_KEPT);
  private static final Set<String> REFERENCES = Set.of("Groups", "Roles", "Manager");

  /** An organisation that changes by chance, and somebody who works in Assets by hand. */
  static final class History {
    final ObjectWorld world = new ObjectWorld();
    final Random random;
    Plan last;

    private final Map<String, String> keys = new TreeMap<>();

    /** People keep the key that they have. */
    private boolean keysStay;

    History(int seed) {
      random = new Random(seed);
      world.account("p1@x.org", "p1", "KEY1");
      world.account("p2@x.org", "p2", "KEY2");
      world.policy =
          new MissingPolicy(MissingPolicy.Action.values()[random.nextInt(4)], "Not in Okta", 0, 1);
      // What is archived keeps its key, and Assets refuses it to everybody else.
      if (world.policy.action() != MissingPolicy.Action.ARCHIVE && random.nextBoolean()) {
        world.distinctKeys();
      }
      for (int i = 0; i < 4; i++) {
        world.hand.put("Users", Map.of("Name", "hand " + i, "Okta ID", "h" + i));
      }
      world.hand.put("Roles", Map.of("Name", "By hand"));
    }

    void perturb() {
      for (int step = 0; step < 8; step++) {
        int which = random.nextInt(11);
        String id = "u" + random.nextInt(8);
        if (which < 5) {
          person(id);
        } else if (which < 6) {
          world.people.remove(id);
        } else if (which < 8) {
          rename("g" + random.nextInt(4), "Group " + random.nextInt(9));
        } else if (which < 10) {
          world.groups.remove("g" + random.nextInt(4));
        } else {
          exchange(id, "u" + random.nextInt(8));
        }
      }
      keepGroupsOfOkta();
    }

    private void rename(String id, String name) {
      if (world.groups.values().stream().noneMatch(group -> name.equals(group.get("name")))) {
        world.group(id, name);
      }
    }

    /** Each gets the key of the other. */
    private void exchange(String one, String other) {
      if (!keysStay && hasObject(one) && hasObject(other)) {
        Object key = keyOf(one);
        giveKey(one, keyOf(other));
        giveKey(other, key);
      }
    }

    /** Whoever has none yet may be looked for by others, who then have an object made. */
    private boolean hasObject(String person) {
      Object key = keyOf(person);
      return key != null
          && world.links.all().stream()
              .anyMatch(
                  link -> link.sourceId().value().equals(person) && !found((String) key).isEmpty());
    }

    private void giveKey(String person, Object key) {
      world.people.get(person).put("key", key);
      keys.put(person, (String) key);
    }

    /** Nobody is in a group that Okta has not. */
    private void keepGroupsOfOkta() {
      List<Object> names = world.groups.values().stream().map(group -> group.get("name")).toList();
      for (Map<String, Object> person : world.people.values()) {
        List<?> groups = (List<?>) person.get("groups");
        person.put("groups", groups.stream().filter(names::contains).toList());
      }
    }

    private void person(String id) {
      List<String> groups = new ArrayList<>();
      for (Map<String, Object> group : world.groups.values()) {
        if (random.nextBoolean()) {
          groups.add((String) group.get("name"));
        }
      }
      // Whoever had another key does not get one by which others may have looked for them already.
      String key = keys.getOrDefault(id, id);
      key = random.nextInt(6) == 0 && !keysStay ? "key" + random.nextInt(3) + id : key;
      keys.put(id, key);
      world.person(
          id,
          "key",
          key,
          "name",
          "Name " + random.nextInt(6),
          "floor",
          String.valueOf(random.nextInt(3)),
          "mail",
          "p" + random.nextInt(4) + "@x.org",
          "groups",
          new ArrayList<>(new TreeSet<>(groups)),
          "roles",
          random.nextBoolean() ? List.of("Admin") : List.of(),
          "manager",
          manager());
    }

    private String manager() {
      String id = "u" + random.nextInt(9);
      return random.nextBoolean()
          ? id
          : (String) world.people.getOrDefault(id, Map.of()).getOrDefault("key", id);
    }

    /**
     * Once more when something could not be written: what refers to the archive is refused until
     * the reference is gone.
     */
    void run() {
      boolean open = true;
      for (int again = 0; open && again < 4; again++) {
        Plan plan = world.run();
        last = plan;
        open =
            world.outcome.counts().get(EntityKind.OBJECT, Tally.SKIPPED) > 0
                || world.outcome.counts().get(EntityKind.OBJECT, Tally.FAILED) > 0
                || world.changes(plan).stream().anyMatch(one -> isOpen(one.row()));
      }
    }

    /** Whoever is still referred to when they are deleted is made anew by the next run. */
    private boolean isOpen(ChangeRow row) {
      return row.reason().equals(Reasons.OBJECT_FOUND_TWICE) || row.operation() == Operation.DELETE;
    }

    /** What nobody linked, by id. */
    Map<String, AssetsObject> strangers() {
      Map<String, AssetsObject> strangers = new TreeMap<>();
      for (var type : world.assets.schema().types()) {
        for (AssetsObject object : world.assets.world().objectsOf(type.id())) {
          if (world.links.all().stream().noneMatch(link -> link.objectId().equals(object.id()))) {
            strangers.put(object.id(), object);
          }
        }
      }
      return strangers;
    }

    /**
     * Each person whose key is theirs alone has one object, with what Okta says; but for those of
     * whom a run says that two objects could be theirs.
     */
    void assertConverged() {
      for (Map<String, Object> person : world.people.values()) {
        String key = (String) person.get("key");
        long same =
            world.people.values().stream().filter(other -> key.equals(other.get("key"))).count();
        List<AssetsObject> found = found(key);
        if (same == 1 && !isTold((String) person.get("id"))) {
          assertEquals(key, 1, found.size());
          AssetsObject object = found.get(0);
          assertEquals(List.of(String.valueOf(person.get("name"))), texts(object, "Name"));
          assertEquals(List.of(String.valueOf(person.get("floor"))), texts(object, "Floor"));
          assertManager((String) person.get("manager"), object);
        }
      }
    }

    /** Who is referred to has this very key. */
    private void assertManager(String key, AssetsObject object) {
      boolean boss = world.people.values().stream().anyMatch(one -> key.equals(one.get("key")));
      List<String> of =
          object.values("Manager").stream()
              .map(value -> world.assets.object(value.reference()).orElseThrow())
              .flatMap(other -> texts(other, "Okta ID").stream())
              .toList();
      assertTrue("manager " + key + " is " + of, !boss || of.equals(List.of(key)));
    }

    private boolean isTold(String person) {
      return world.changes(last).stream()
          .map(PlannedChange::row)
          .filter(row -> TOLD.contains(row.reason()))
          .anyMatch(row -> row.sourceId().equals(person));
    }

    private Object keyOf(String person) {
      return world.people.getOrDefault(person, Map.of()).get("key");
    }

    private List<AssetsObject> found(String key) {
      return world.assets.world().objectsOf(world.usersType()).stream()
          .filter(object -> texts(object, "Okta ID").contains(key))
          .toList();
    }

    private static List<String> texts(AssetsObject object, String attribute) {
      return object.values(attribute).stream().map(AttributeValue::text).sorted().toList();
    }

    void assertQuiet() {
      long writes = world.assets.world().writes();
      long stored = world.links.writes();
      world.run();
      assertEquals("written", writes, world.assets.world().writes());
      assertEquals("links", stored, world.links.writes());
    }
  }

  @Test
  public void everyRunEndsWhereOktaIsAndTheNextOneWritesNothing() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 4; round++) {
                history.perturb();
                history.run();
                history.assertConverged();
                history.assertQuiet();
              }
            });
  }

  @Test
  public void whatIsNotOursIsNeverTouched() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 4; round++) {
                history.perturb();
                Map<String, AssetsObject> before = history.strangers();
                history.world.run();
                before.forEach(
                    (id, was) -> assertEquals(was, history.world.assets.object(id).orElse(null)));
              }
            });
  }

  @Test
  public void theOrderInWhichThingsComeDoesNotMatter() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              history.world.run();
              history.perturb();
              Plan one = history.world.plan();
              history.world.reversed = true;
              Plan other = history.world.plan();
              assertEquals(one.fingerprint(), other.fingerprint());
              assertEquals(rows(history, one), rows(history, other));
            });
  }

  private static List<String> rows(History history, Plan plan) {
    return history.world.changes(plan).stream()
        .map(change -> change.phase() + change.row().canonicalText())
        .toList();
  }

  @Test
  public void aWriteThatIsLostOrFailsIsMadeUpForWithoutASecondObject() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES * 2)
        .forAll(integers().all(), integers().between(1, 25))
        .checkAssert(
            (seed, write) -> {
              History history = new History(seed);
              history.perturb();
              history.world.run();
              history.perturb();
              fail(history, write, TargetException.Kind.values()[new Random(seed).nextInt(7)]);
              history.world.run();
              history.world.assets.world().faults().clear();
              history.run();
              history.assertConverged();
              history.assertQuiet();
              assertNoTwins(history);
            });
  }

  static void fail(History history, int write, TargetException.Kind kind) {
    var faults = history.world.assets.world().faults();
    int nth = faults.writesSoFar() + write;
    TargetException failure = new TargetException(kind, Message.of("test-fault"), null);
    if (history.random.nextBoolean()) {
      faults.failAfterWrite(nth, () -> failure);
    } else {
      faults.failBeforeWrite(nth, () -> failure);
    }
  }

  @Test
  public void whatAssetsRefusesCostsNothingElse_andIsMadeUpFor() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES * 2)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              Refusal refusal = new Refusal(history);
              history.perturb();
              refusal.change();
              refusal.run();
              for (int round = 0; round < 3; round++) {
                history.perturb();
                refusal.change();
                refusal.run();
              }
              refusal.end();
              history.run();
              history.run(); // a name that another group has given up is believed by the next run
              history.assertConverged();
              history.assertQuiet();
              assertNoTwins(history);
            });
  }

  /** An Assets that refuses some names of roles and groups, and a manager whom Okta has not. */
  private static final class Refusal {
    private final History history;

    /** Nothing is archived: what refers to the archive is refused for that. */
    Refusal(History history) {
      this.history = history;
      history.keysStay = true;
      history.world.policy = new MissingPolicy(MissingPolicy.Action.STATUS, "Not in Okta", 0, 1);
    }

    void change() {
      Random random = history.random;
      String some = random.nextInt(5) + "-" + (5 + random.nextInt(4));
      demand("Groups", "Name", "(?!Group [" + some + "]).*");
      demand("Roles", "Name", random.nextBoolean() ? "(?!Admin).*" : ANYTHING);
      demand("Users", "Okta ID", random.nextInt(3) > 0 ? "(?!u8$).*" : ANYTHING);
    }

    void end() {
      for (String type : List.of("Roles", "Groups")) {
        demand(type, "Name", ANYTHING);
      }
      demand("Users", "Okta ID", ANYTHING);
    }

    private void demand(String type, String attribute, String pattern) {
      String id = history.world.assets.schema().type(type).orElseThrow().id();
      history.world.assets.world().demand(id, attribute, pattern);
    }

    /** Whoever is not refused themselves is as Okta says, whatever they refer to. */
    void run() {
      Map<String, AssetsObject> before = objects();
      Plan plan = history.world.run();
      history.last = plan;
      assertNothingLost(plan, before);
      for (ChangeResult result : results(plan)) {
        boolean referring = result.message().code().equals("assets-reference-lost");
        ChangeRow row = result.change().row();
        if (referring && result.outcome() == RunOutcome.APPLIED) {
          Map<String, Object> person = history.world.people.get(row.sourceId());
          List<AssetsObject> found = history.found((String) person.get("key"));
          assertTrue(
              row.toString(),
              found.stream()
                  .anyMatch(
                      object -> History.texts(object, "Name").equals(List.of(person.get("name")))));
        } else if (referring) {
          boolean more = row.after().keySet().stream().anyMatch(name -> !REFERENCES.contains(name));
          assertFalse("a person fails for a reference: " + row, more);
        }
      }
    }

    /** Nobody loses a reference in an attribute of which a part could not be made. */
    private void assertNothingLost(Plan plan, Map<String, AssetsObject> before) {
      for (ChangeResult result : results(plan)) {
        if (result.message().code().equals("assets-reference-lost")) {
          String attribute = (String) result.message().arguments().get(0);
          ObjectIdentity identity = ((ObjectChange) result.change().row().toChange()).identity();
          history.world.links.all().stream()
              .filter(link -> link.identity().equals(identity))
              .map(ObjectLink::objectId)
              .filter(before::containsKey)
              .forEach(
                  id ->
                      assertTrue(
                          result.toString(),
                          others(history.world.assets.object(id).orElseThrow(), attribute)
                              .containsAll(stillThere(before.get(id), attribute))));
        }
      }
    }

    private List<String> stillThere(AssetsObject object, String attribute) {
      return others(object, attribute).stream()
          .filter(id -> history.world.assets.object(id).isPresent())
          .toList();
    }

    private static List<String> others(AssetsObject object, String attribute) {
      return object.values(attribute).stream().map(AttributeValue::reference).toList();
    }

    private List<ChangeResult> results(Plan plan) {
      return history.world.journal.results(plan.id(), Mark.START, Integer.MAX_VALUE);
    }

    private Map<String, AssetsObject> objects() {
      Map<String, AssetsObject> objects = new TreeMap<>();
      history
          .world
          .assets
          .world()
          .objectsOf(history.world.usersType())
          .forEach(object -> objects.put(object.id(), object));
      return objects;
    }
  }

  @Test
  public void aNodeThatDiesInMidWriteLeavesNoSecondObject() {
    qt().withShrinkCycles(20)
        .withExamples(HISTORIES * 2)
        .forAll(integers().all(), integers().between(1, 25))
        .checkAssert(ObjectPropertyTest::comesThroughDeath);
  }

  @Test
  public void ofTwoOfOneNameTheOneInUseIsReferredTo_thoughANodeDiedBeforeItNotedIt() {
    comesThroughDeath(-1008029184, 1);
  }

  private static void comesThroughDeath(int seed, int write) {
    History history = new History(seed);
    history.perturb();
    history.world.run();
    history.perturb();
    die(history, write);
    history.world.links.revive();
    history.world.assets.world().faults().clear();
    history.run();
    history.assertConverged();
    history.assertQuiet();
    assertNoTwins(history);
  }

  static void die(History history, int write) {
    ObjectWorld world = history.world;
    var faults = world.assets.world().faults();
    faults.failAfterWrite(
        faults.writesSoFar() + write,
        () -> {
          world.links.die();
          return new IllegalStateException("the node dies here");
        });
    try {
      world.apply(world.plan(), Mark.START);
    } catch (IllegalStateException e) {
      assertTrue(e.getMessage().contains("dies"));
    }
  }

  /** No two objects in use have one key, but for those that were there from the beginning. */
  private static void assertNoTwins(History history) {
    List<String> keys = new ArrayList<>();
    for (AssetsObject object : history.world.assets.world().objectsOf(history.world.usersType())) {
      object.values("Okta ID").forEach(value -> keys.add(value.text()));
    }
    for (AssetsObject object : history.world.assets.world().objectsOf(rolesType(history))) {
      object.values("Name").forEach(value -> keys.add("role " + value.text()));
    }
    assertEquals(keys.stream().distinct().sorted().toList(), keys.stream().sorted().toList());
  }

  private static String rolesType(History history) {
    return history.world.assets.schema().type("Roles").orElseThrow().id();
  }
}
