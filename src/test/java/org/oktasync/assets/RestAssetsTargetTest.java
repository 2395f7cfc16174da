package org.oktasync.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.After;
import org.junit.Test;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.AssetsTargetContract;

/** Assets behind its REST interface, as the description of the newest release has it. */
public class RestAssetsTargetTest extends AssetsTargetContract {
  private static final AssetsHttp HTTP =
      new AssetsHttp(HttpPatience.DEFAULT, ForkJoinPool.commonPool());

  protected AssetsStub stub;

  protected Shape shape() {
    return Shape.NEW;
  }

  @Override
  protected AssetsWorld makeWorld() {
    AssetsWorld made = new AssetsWorld();
    stub = new AssetsStub(made, shape());
    return made;
  }

  @Override
  protected AssetsTarget open(String schema) {
    AssetsAccess access = new AssetsAccess(stub.url(), new Secret(AssetsStub.TOKEN), 60_000);
    return new RestAssetsTarget(
        access, schema, HTTP, Clock.systemUTC(), (time, stop) -> stop.check(), new StopSignal());
  }

  @After
  public void stop() {
    stub.close();
  }

  @Test
  public void anObjectThatGoesAwayMeanwhile_hidesNoOther() {
    addUsers(230);
    List<AssetsObject> all = world.objectsOf(users().id());
    world.faults().beforePage(2, () -> world.delete(all.get(3).id()));

    List<String> read = ids(target.objects(users(), new StopSignal()));

    List<String> left = world.objectsOf(users().id()).stream().map(AssetsObject::id).toList();
    assertTrue(read.containsAll(left));
  }

  @Test
  public void manyThatGoAwayAndComeMeanwhile_hideNoOther() {
    addUsers(230);
    List<AssetsObject> all = world.objectsOf(users().id());
    world
        .faults()
        .beforePage(
            3,
            () -> {
              all.subList(0, 150).forEach(object -> world.delete(object.id()));
              world.add(users().id(), Map.of("Name", texts("new"), "Okta Id", texts("new")));
            });

    List<String> read = ids(target.objects(users(), new StopSignal()));

    List<String> left = world.objectsOf(users().id()).stream().map(AssetsObject::id).toList();
    assertTrue(read.containsAll(left));
  }

  @Test
  public void aNameThatThisReleaseRefuses_isWrittenWithoutItsCharacters_andCounted() {
    world.refuseNames();
    ObjectType groups = target.schema().type("Groups").orElseThrow();

    AssetsObject made = target.create(groups, Map.of("Name", texts("Sales: \"EMEA\"")));

    assertEquals("Sales EMEA", world.find(made.id()).orElseThrow().label());
    assertEquals(1, target.renamed());
  }

  @Test
  public void aNameThatIsNotRefused_isWrittenAsItIs() {
    ObjectType groups = target.schema().type("Groups").orElseThrow();
    AssetsObject made = target.create(groups, Map.of("Name", texts("Sales: EMEA")));
    assertEquals("Sales: EMEA", world.find(made.id()).orElseThrow().label());
    assertEquals(0, target.renamed());
  }

  @Test
  public void theTokenTravelsInAHeaderAlone() {
    user("00u1");
    assertFalse(stub.requests().toString().contains(AssetsStub.TOKEN));
    assertFalse(stub.bodies().toString().contains(AssetsStub.TOKEN));
  }

  @Test
  public void severalReferencesAreWritten_alsoMoreThanOnce() {
    AssetsObject a = group("A");
    AssetsObject b = group("B");
    for (int i = 0; i < 3; i++) {
      AssetsObject made =
          user(
              "00u" + i,
              "Groups",
              List.of(new AttributeValue("A", a.id()), new AttributeValue("B", b.id())));
      assertEquals(2, target.object(made.id()).orElseThrow().values("Groups").size());
    }
  }
}
