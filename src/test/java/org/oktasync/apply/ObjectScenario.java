package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** What tests of objects have in common: a world, and how to look at it. */
abstract class ObjectScenario {
  final ObjectWorld world = new ObjectWorld();

  /** How many objects the last run counted so. */
  long count(Tally tally) {
    return world.outcome.counts().get(EntityKind.OBJECT, tally);
  }

  /** One more run plans, writes and notes nothing. */
  void assertQuiet() {
    long writes = world.assets.world().writes();
    long stored = world.links.writes();
    Plan plan = world.run();
    assertEquals("planned", List.of(), world.changes(plan));
    assertEquals("written", writes, world.assets.world().writes());
    assertEquals("links stored", stored, world.links.writes());
  }

  /** What the last plan told. */
  List<String> codes() {
    return world.problems.stream().map(Message::code).toList();
  }

  static TargetException refusal(Kind kind) {
    return new TargetException(kind, Message.of("test-fault"), null);
  }

  /** The id of a person's object. */
  String idOf(String oktaId) {
    return world.hand.id("Users", "Okta ID", oktaId);
  }

  /** One of the objects of people. */
  String user(int index) {
    return world.hand.lines("Users").get(index);
  }
}
