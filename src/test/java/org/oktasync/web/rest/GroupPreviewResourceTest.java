package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.GroupName;
import org.oktasync.run.preview.GroupPreviewer;
import org.oktasync.run.preview.SourcePreview;

/** What settings make of groups, before they are saved, over REST. */
public class GroupPreviewResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private ConnectionGroupsResource resource;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    SourcePreview source = new SourcePreview(world.ports);
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    resource =
        new ConnectionGroupsResource(
            world.entry,
            world.connections,
            source,
            new GroupPreviewer(world.ports, source, clock),
            new SettingsJson());
    id = "" + world.connect();
    world.source.person("1", "ann").group("g1", "app jira", "1").group("g2", "Team <x>");
    world.targets.okta.createGroup(new GroupName("jira"));
  }

  private Answered preview(String sample, String groups) {
    return Answered.with(200, resource.preview(id, "", sample, "{\"groups\":{" + groups + "}}"));
  }

  @Test
  public void groupsAreTakenLeftOutOrUnusable_eachWithItsNameInJira() {
    Answered answer =
        preview(
            "app confluence",
            "\"exclude\":[\"nothing*\"],"
                + "\"rename\":[{\"type\":\"after\",\"text\":\"app \",\"which\":\"first\"}]");
    assertEquals("2", answer.at("/total"));
    assertEquals("taken", answer.at("/values/0/standing"));
    assertEquals("jira", answer.at("/values/0/target/name"));
    assertEquals("unowned", answer.at("/values/0/target/holder"));
    assertEquals("confluence", answer.at("/sample/name"));
    Answered without = preview("app x", "\"include\":[\"/Team.*/\"]");
    assertEquals("left-out", without.at("/values/0/standing"));
    assertEquals("unusable", without.at("/values/1/standing"));
    assertTrue(without.json().toString(), without.json().at("/values/1/message").isTextual());
    assertEquals("group-left-out", without.at("/sample/code"));
  }

  @Test
  public void rowsTellWhetherOktaHasTheirGroup() {
    Answered answer =
        preview(
            "",
            "\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"JIRA\"},"
                + "{\"source\":\"gone\",\"target\":\"new\"}]");
    assertEquals("app jira", answer.at("/rows/0/source/name"));
    assertEquals("unowned", answer.at("/rows/0/target/holder"));
    assertTrue(answer.json().at("/rows/1/source").isNull());
    assertEquals("free", answer.at("/rows/1/target/holder"));
    assertTrue(answer.json().at("/sample").isNull());
  }

  @Test
  public void aSuffixThatMakesNoNameAndAStepWithoutAnAttributeAreRefused() {
    assertEquals(
        List.of("groups.suffix: value-missing"),
        refused("\"collision\":\"suffix\",\"suffix\":\" \""));
    assertEquals(
        List.of("groups.suffix: group-name-illegal-character"),
        refused("\"collision\":\"suffix\",\"suffix\":\"<okta>\""));
    preview("", "\"collision\":\"refuse\",\"suffix\":\"\"");
    String combine = "\"rename\":[{\"type\":\"combine\",\"text\":\"%s\"}]";
    assertEquals(
        List.of("groups.rename.0.text: group-step-attribute"),
        refused(combine.formatted("${value} ${profile.department}")));
    preview("", combine.formatted("${value} team"));
  }

  private List<String> refused(String groups) {
    return Answered.with(400, resource.preview(id, "", "", "{\"groups\":{" + groups + "}}"))
        .errors();
  }

  @Test
  public void aRowOfAGroupThatIsNotThereIsRefusedInEveryMode() {
    String body =
        "{\"version\":1,\"groups\":{\"mode\":\"on-the-fly\","
            + "\"map\":[{\"source\":\"g1\",\"target\":\"a\"},{\"source\":\"gone\",\"target\":\"b\"}]}}";
    assertEquals(
        List.of("groups.map.1.source: scope-group-unknown"),
        Answered.with(400, world.connectionResource().update(id, body)).errors());
  }

  @Test
  public void brokenRulesAreRefusedAtTheirFields_andNothingIsSaved() {
    String broken =
        "{\"groups\":{\"include\":[\"/(/\"],\"mode\":\"manual\","
            + "\"map\":[{\"source\":\"g1\",\"target\":\"a\"},{\"source\":\"g1\",\"target\":\"A\"}]}}";
    Answered answer = Answered.with(400, resource.preview(id, "", "", broken));
    assertEquals(
        List.of("groups.map.1.target: group-row-twice", "groups.include: regex-illegal"),
        answer.errors());
    assertEquals(
        "on-the-fly",
        world.settings.connection(Long.parseLong(id)).orElseThrow().settings().groups().mode());
  }

  @Test
  public void oktaIsAskedOnceWhileSomebodyTries() {
    preview("", "");
    int asked = world.sourcesOpened;
    preview("a", "");
    preview("b", "");
    assertEquals(asked, world.sourcesOpened);
  }

  @Test
  public void whatDoesNotExist_is404() {
    Answered.with(404, resource.preview("99", "", "", "{}"));
  }
}
