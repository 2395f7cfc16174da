package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Message;

/** Directories and self-checks over REST. */
public class DirectoryAndHealthTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
  }

  @Test
  public void directories_thatCannotBeTargets_sayWhy() {
    Answered answer = Answered.with(200, world.directories().list(null, null));
    assertEquals(List.of("Okta people", "Office"), answer.values("name"));
    assertEquals(List.of("true", "false"), answer.values("usable"));
    assertEquals("null", answer.at("/values/0/obstacle"));
    assertEquals("directory-type-unsupported", answer.at("/values/1/obstacle/code"));
  }

  @Test
  public void health_isAllOrNothing() {
    HealthChecks.Check well = new HealthChecks.Check("store", true, Message.of("store-ok"));
    HealthChecks.Check ill = new HealthChecks.Check("key", false, Message.of("key-missing"));
    assertEquals("true", health(List.of(well)).at("/ok"));
    Answered both = health(List.of(well, ill));
    assertEquals("false", both.at("/ok"));
    assertEquals("key-missing", both.at("/checks/1/code"));
  }

  private Answered health(List<HealthChecks.Check> found) {
    return Answered.with(200, new HealthResource(world.entry, () -> found, world.logins()).get());
  }
}
