package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.assets.MissingPolicy;
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

  /** The changes of a plan, a line each: operation, subject, values before and after, reason. */
  List<String> rows(Plan plan) {
    return world.changes(plan).stream().map(change -> line(change.row())).toList();
  }

  private static String line(ChangeRow row) {
    return row.operation()
        + " "
        + row.subject()
        + " "
        + row.before()
        + " "
        + row.after()
        + (row.reason().isEmpty() ? "" : " " + row.reason());
  }

  /** What a person's object refers to, by id. */
  List<String> referred(String person, String attribute) {
    return world.assets.object(idOf(person)).orElseThrow().values(attribute).stream()
        .map(AttributeValue::reference)
        .toList();
  }

  /** Missing objects are archived at once. */
  void archiving() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
  }
}
