package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.plan.Phase;
import org.oktasync.record.Changes;
import org.oktasync.record.PlanWriter;

/** The changes of a run over REST. */
public class RunChangesResourceTest {
  private static final int PEOPLE = 1500;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private RestWorld world;
  private RunChangesResource resource;
  private String run;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    resource = new RunChangesResource(world.entry, world.ports);
    for (int i = 0; i < PEOPLE; i++) {
      world.source.person("00u" + (10_000 + i), "=u" + i);
    }
    world.source.group("00g1", "team", "00u10000");
    run = "" + world.run(world.connect(), "{\"dryRun\":true}");
    when(request.getRequestURI()).thenReturn("/jira/rest/okta-sync/1.0/runs/1/changes");
  }

  @Test
  public void aPage_tellsEachChange() {
    Answered answer = changes("", "membership", null);
    assertEquals(
        "{\"total\":1,\"start\":0,\"values\":[{\"id\":\""
            + run
            + "-1502\",\"kind\":\"membership\","
            + "\"operation\":\"add\",\"subject\":\"=u0\",\"object\":\"team\",\"key\":null,"
            + "\"sourceId\":\"00u10000\",\"before\":{},\"after\":{},\"outcome\":\"PLANNED\","
            + "\"reason\":null,\"message\":null}],\"next\":null}",
        answer.text());
  }

  @Test
  public void pages_areCutAndFiltered() {
    assertEquals(50, changes("", null, null).values("id").size());
    assertEquals("1502", changes("", null, null).at("/total"));
    assertEquals(List.of("=u77"), changes("", "user", "00u10077").values("subject"));
    assertEquals("111", changes("", "user", "=U7").at("/total"));
    Answered wrong = Answered.with(400, call("", "person", null));
    assertEquals(List.of("kind: not-supported"), wrong.errors());
  }

  @Test
  public void keys_leadFromPartToPart() {
    Answered first = list(null, null, "1000");
    assertEquals("1502", first.at("/total"));
    assertEquals("(missing)", first.at("/totalIsAtLeast"));
    Answered second = list(first.at("/next"), null, "1000");
    assertEquals("null", second.at("/start"));
    assertEquals("null", second.at("/next"));
    List<String> all = new ArrayList<>(first.values("id"));
    all.addAll(second.values("id"));
    assertEquals(changes(".json", null, null).values("id"), all);
  }

  @Test
  public void aKeyOfNoPart_orTwoBeginnings_areRefused() {
    assertEquals(
        List.of("after: page-key-unknown"), Answered.with(400, part("nonsense", null)).errors());
    assertEquals(
        List.of("start: start-with-after"), Answered.with(400, part("nonsense", "3")).errors());
  }

  @Test
  public void totals_areALowerBoundAboveTenThousand() {
    try (PlanWriter writer = world.plans.begin(Long.parseLong(run))) {
      for (int i = 0; i < 10_001; i++) {
        writer.change(Phase.PREPARE, Changes.create("user" + i));
      }
      writer.finish();
    }
    assertEquals("10000", list(null, null, null).at("/total"));
    assertEquals("true", list(null, null, null).at("/totalIsAtLeast"));
    Answered file = changes(".json", null, null);
    assertEquals("true", file.at("/totalIsAtLeast"));
    assertEquals(10_001, file.values("id").size());
  }

  @Test
  public void csv_hasEveryChange_andNoFormula() {
    Answered answer = changes(".csv", null, null);
    List<String> lines = List.of(answer.text().split("\r\n"));
    assertEquals(1 + PEOPLE + 2, lines.size());
    assertEquals(
        "\uFEFF\"id\",\"kind\",\"operation\",\"subject\",\"object\",\"sourceId\",\"before\","
            + "\"after\",\"outcome\",\"reason\",\"message\"",
        lines.get(0));
    assertTrue(
        lines.get(1), lines.get(1).startsWith("\"" + run + "-1\",\"user\",\"create\",\"'=u"));
    assertEquals("text/csv;charset=UTF-8", answer.header("Content-Type"));
    assertEquals(
        "attachment; filename=\"okta-sync-run-" + run + "-changes.csv\"",
        answer.header("Content-Disposition"));
  }

  @Test
  public void json_hasEveryChange_inTheEnvelopeOfLists() {
    Answered answer = changes(".json", null, null);
    assertEquals(PEOPLE + 2, answer.values("id").size());
    assertEquals(PEOPLE + 2, answer.values("id").stream().distinct().count());
    assertEquals("1502", answer.at("/total"));
  }

  @Test
  public void json_isADownload_evenWhenTheHostTookTheSuffixOff() {
    when(request.getRequestURI()).thenReturn("/jira/rest/okta-sync/1.0/runs/1/changes.json");
    assertEquals(PEOPLE + 2, changes("", null, null).values("id").size());
  }

  @Test
  public void downloads_areFiltered_andMayBeEmpty() {
    assertEquals(List.of("team"), changes(".json", "group", null).values("subject"));
    assertEquals(List.of(), changes(".json", "lead", null).values("id"));
    assertEquals(1, changes(".csv", "lead", null).text().split("\r\n").length);
  }

  @Test
  public void whatDoesNotExist_is404() {
    Answered.with(404, call(".xml", null, null));
    Answered.with(
        404, resource.changes("99", ".csv", null, null, null, null, null, null, null, request));
  }

  private Answered list(String after, String start, String limit) {
    return Answered.with(
        200, resource.changes(run, "", null, null, null, null, after, start, limit, request));
  }

  private javax.ws.rs.core.Response part(String after, String start) {
    return resource.changes(run, "", null, null, null, null, after, start, null, request);
  }

  private Answered changes(String suffix, String kind, String text) {
    return Answered.with(200, call(suffix, kind, text));
  }

  private javax.ws.rs.core.Response call(String suffix, String kind, String text) {
    return resource.changes(run, suffix, kind, null, null, text, null, null, null, request);
  }
}
