package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.config.SealedSecret;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.fakes.InMemorySites;
import org.oktasync.run.setup.SchemaBuilds;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Type;

/** What building a schema means to runs that follow profiles by themselves. */
public class AssetsBuildResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final InMemorySites sites = new InMemorySites();
  private RestWorld world;
  private AssetsBuildResource resource;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    id = String.valueOf(world.connect());
    SchemaBuilds builds =
        new SchemaBuilds(
            world.connections, world.ports, sites, world::tryLock, Runnable::run, world.clock);
    resource = new AssetsBuildResource(world.entry, world.connections, builds);
    world.settings.update(
        stored().withAssetsToken(new SealedSecret("sealed pat", Instant.EPOCH, "ada")));
    put("\"schemaId\":\"" + sites.world().addSchema("OKT", "Okta") + "\"");
    profile("department", "costCentre");
  }

  private Connection stored() {
    return world.settings.connection(Long.parseLong(id)).orElseThrow();
  }

  private void put(String assets) {
    String body = "{\"version\":" + stored().version() + ",\"assets\":{" + assets + "}}";
    Answered.with(200, world.connectionResource().update(id, body));
  }

  /** What runs take for seen, so that they add what comes later and nothing else. */
  private String seen() {
    return world
        .ports
        .profiles()
        .of(Long.parseLong(id))
        .map(seen -> String.join(" ", seen.people().keySet()))
        .orElse("nothing");
  }

  private void profile(String... names) {
    world
        .source
        .schemas()
        .type(
            "user",
            Stream.of(names)
                .map(name -> InMemorySchemas.attribute("profile." + name, name, Type.TEXT))
                .toArray(SourceAttribute[]::new));
  }

  @Test
  public void theFirstBuildIsWhereRunsGoOnFrom_andSoIsOneThatAddsWhatIsNew() {
    put("\"mapping\":\"key:id=Okta Id\\nmap:profile.department=Department\\n\"");
    assertEquals("nothing", seen());
    Answered.with(200, resource.draft(id, "true"));
    assertEquals("nothing", seen());
    Answered.with(202, resource.start(id, "{}"));
    assertEquals("profile.department profile.costCentre", seen());

    profile("department", "costCentre", "floor");
    Answered.with(202, resource.start(id, "{}"));
    assertEquals("profile.department profile.costCentre", seen());
    Answered.with(202, resource.start(id, "{\"additions\":true}"));
    assertEquals("profile.department profile.costCentre profile.floor", seen());
  }

  @Test
  public void followingProfilesIsOnUnlessSomebodySwitchesItOff() {
    assertTrue(stored().settings().assets().followProfiles());
    int rules = stored().settingsVersion();
    put("\"followProfiles\":false");
    assertEquals(rules, stored().settingsVersion());
    Answered.with(202, resource.start(id, "{}"));
    assertEquals("nothing", seen());
  }
}
