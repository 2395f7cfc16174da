package org.oktasync.run;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** A connection whose objects are to be in another schema from now on. */
public class AnotherSchemaTest {
  private static final String MAPPING = "key:id=Okta ID\nmap:profile.displayName=Name\n";

  private final SyncWorld world = SyncWorld.unguarded();
  private final AssetsWorld assets = world.assets.world();
  private String first;
  private String second;

  @Before
  public void importOnce() {
    first = schema("ONE");
    second = schema("TWO");
    world.source.person("1", "ann").person("2", "bob");
    world.keepObjects(first, MAPPING);
    assertEquals(2, count(world.sync(), Tally.CREATED));
  }

  private String schema(String key) {
    String schema = assets.addSchema(key, key);
    String users = assets.addType(schema, "Users").id();
    assets.addAttribute(users, NewAttribute.of("Okta ID", AttributeType.TEXT));
    assets.addAttribute(users, NewAttribute.of("Status", AttributeType.STATUS));
    assets.addStatus(schema, "Not in Okta");
    return schema;
  }

  private static long count(SyncRun run, Tally tally) {
    return run.counts().get(EntityKind.OBJECT, tally);
  }

  private List<String> users(String schema) {
    return new AssetsHand(new InMemoryAssets(assets, schema)).lines("Users");
  }

  @Test
  public void itIsFilledAnew_andNothingIsWrittenInTheFormerOne() {
    List<String> before = users(first);
    world.keepObjects(second, MAPPING);
    world.source.person("2", "eve");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(2, count(run, Tally.CREATED));
    assertEquals(before, users(first));
    assertEquals(2, users(second).size());
    assertEquals(2, world.objects.all().size());
    long writes = assets.writes();
    world.sync();
    assertEquals(writes, assets.writes());
  }

  @Test
  public void backInTheFormerOne_objectsAreFoundByTheirKeys_andNoLongerOursToDelete() {
    world.keepObjects(second, MAPPING);
    world.sync();
    world.keepObjects(first, MAPPING);
    long writes = assets.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(writes, assets.writes());
    assertEquals(
        List.of(ObjectLink.Origin.FOUND, ObjectLink.Origin.FOUND),
        world.objects.all().stream().map(ObjectLink::origin).toList());
  }

  /** Its numbers mean other objects, though the schema has the same one. */
  @Test
  public void aSchemaOfAnotherSiteIsAnotherSchema() {
    world.change("{\"assets\":{\"site\":\"external\",\"url\":\"https://other.example\"}}");
    world.sync();
    assertEquals(
        "whatever stands there under our numbers was not made by us",
        List.of(ObjectLink.Origin.FOUND, ObjectLink.Origin.FOUND),
        world.objects.all().stream().map(ObjectLink::origin).toList());
  }
}
