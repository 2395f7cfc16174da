package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.run.settings.GroupMentions;
import org.oktasync.target.GroupReferences.Found;
import org.oktasync.target.GroupReferences.Place;
import org.oktasync.target.GroupReferences.Reference;

/** What names a group, over REST. */
public class GroupReferencesResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private GroupReferencesResource resource;

  @Before
  public void setUp() {
    RestWorld world = new RestWorld(folder.getRoot().toPath());
    Reference reference = new Reference(Place.PERMISSION_SCHEME, "Open", "BROWSE_PROJECTS");
    GroupMentions mentions =
        new GroupMentions(
            group ->
                group.value().equals("team")
                    ? new Found(List.of(reference), Set.of(Place.PROJECT_ROLE))
                    : new Found(List.of(), Set.of()),
            world.settings);
    resource = new GroupReferencesResource(world.entry, mentions);
  }

  @Test
  public void itTellsWhereAGroupIsNamed_andWhatJiraDidNotTell() {
    assertEquals(
        "{\"values\":[{\"place\":\"permission-scheme\",\"name\":\"Open\","
            + "\"detail\":\"BROWSE_PROJECTS\"}],\"unknown\":[\"project-role\"]}",
        Answered.with(200, resource.get("team")).json().toString());
    assertEquals(
        "{\"values\":[],\"unknown\":[]}",
        Answered.with(200, resource.get("other")).json().toString());
  }

  @Test
  public void itMustBeSaidWhichGroup() {
    assertEquals(List.of("name: value-missing"), Answered.with(400, resource.get(" ")).errors());
  }
}
