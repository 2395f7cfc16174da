package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.control.StoppedException;
import org.oktasync.model.SourceValue;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListReading;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

public class OktaSourceListsTest extends OrgFixture {
  private static final String DEVICES = "/api/v1/devices";
  private static final String HOLDERS = "/api/v1/iam/assignees/users";

  private final List<SourceElement> got = new ArrayList<>();

  private static List<String> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> "{\"id\":\"d%05d\"}".formatted(i)).toList();
  }

  private ListEnd stream(String address) {
    return stream(ListRequest.of(address));
  }

  private ListEnd stream(ListRequest request) {
    got.clear();
    return source().lists().stream(request, stop, got::add);
  }

  private List<String> ids() {
    return got.stream().map(SourceElement::id).toList();
  }

  private SourceException failure(String address) {
    return assertThrows(SourceException.class, () -> stream(address));
  }

  @Test
  public void bothFormsOfPaging_giveEveryObjectOnceInOrder() {
    org.lists.put(DEVICES, items(450));
    org.wrapped.put(HOLDERS, new PoorOrg.Wrapped("value", items(450)));
    for (String path : List.of(DEVICES, HOLDERS)) {
      ListEnd end = stream(path);
      assertEquals(path, 450, end.count());
      assertTrue(path, end.completeness().complete());
      assertFalse(end.limited());
      assertEquals(items(450).size(), new HashSet<>(ids()).size());
      assertEquals("d00000", got.get(0).id());
      for (int i = 0; i < 450; i++) {
        assertEquals(i, got.get(i).position());
      }
    }
    assertEquals(3, org.server().count(DEVICES));
    assertEquals(5, org.server().count(HOLDERS));
  }

  @Test
  public void values_areTreesWithoutSecrets() {
    org.lists.put(
        "/api/v1/apps",
        List.of(
            """
            {"id":"0oa1","label":"A","n":1.50,"yes":true,"none":null,
             "credentials":{"oauthClient":{"client_id":"c","client_secret":"VERYSECRET"}},
             "_embedded":{"users":[{"user":{"profile":{"email":"e"}}}]}}
            """));
    stream("/api/v1/apps");
    SourceValue.Fields value = got.get(0).value();
    assertEquals("A", value.text());
    assertEquals("1.50", TreePath.text(value, "n"));
    assertTrue(TreePath.flag(value, "yes"));
    assertEquals(null, TreePath.at(value, "none"));
    assertEquals("c", TreePath.text(value, "credentials.oauthClient.client_id"));
    assertFalse(value.toString().contains("VERYSECRET"));
    assertTrue(TreePath.at(value, "_embedded.users") instanceof SourceValue.Items);
  }

  @Test
  public void anyRandomPaging_endsWholeOrSaysThatItDoesNot() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      String label = "seed " + seed + " round " + round;
      int count = random.nextInt(60);
      int page = 1 + random.nextInt(12);
      boolean inBody = random.nextBoolean();
      org.lists.clear();
      org.wrapped.clear();
      org.forgetFaults();
      org.pageCap = page;
      if (inBody) {
        org.wrapped.put("/api/v1/things", new PoorOrg.Wrapped("things", items(count)));
      } else {
        org.lists.put("/api/v1/things", items(count));
      }
      int faultAt = random.nextInt(8) * page;
      boolean faulty = random.nextBoolean() && faultAt < count;
      String target = "/api/v1/things" + (faultAt == 0 ? "" : "?after=" + faultAt);
      if (faulty) {
        org.fail(target, Collections.nCopies(4, Reply.status(503)).toArray(Reply[]::new));
      }
      if (faulty && faultAt == 0) {
        assertEquals(
            label, OktaErrorTranslator.SERVER_ERROR, failure("/api/v1/things").problem().code());
        continue;
      }
      ListEnd end = stream("/api/v1/things");
      assertEquals(label, !faulty, end.completeness().complete());
      assertEquals(label, faulty ? faultAt : count, end.count());
      assertEquals(
          label,
          items((int) end.count()),
          got.stream().map(e -> "{\"id\":\"" + e.id() + "\"}").toList());
    }
  }

  @Test
  public void passingFaults_leaveNoTrace() {
    org.lists.put(DEVICES, items(450));
    Reply whole = Reply.json("[{\"id\":\"dBROKEN\"}]");
    for (Reply fault :
        List.of(
            Reply.status(502),
            Reply.status(429, "Retry-After: 3"),
            whole.sent(Reply.How.CUT),
            whole.sent(Reply.How.RESET),
            Reply.json("[{\"id\":\"dBROKEN\"}"),
            Reply.json(""))) {
      org.fail(DEVICES + "?limit=200&after=200", fault, fault);
      ListEnd end = stream(DEVICES);
      assertTrue(fault.toString(), end.completeness().complete());
      assertFalse(ids().contains("dBROKEN"));
      assertEquals(450, got.size());
    }
  }

  @Test
  public void aListThatChangesItsForm_isNotWhole() {
    org.lists.put(DEVICES, items(450));
    for (Reply page :
        List.of(
            Reply.html(200),
            Reply.json("{\"errorCode\":\"E1\",\"errorCauses\":[]}"),
            Reply.json("[1]"),
            Reply.json("[{\"id\":\"x\"},1]"),
            Reply.status(401),
            Reply.status(404))) {
      org.fail(DEVICES + "?limit=200&after=200", page);
      ListEnd end = stream(DEVICES);
      assertFalse(page.toString(), end.completeness().complete());
      assertEquals(page.toString(), 200, end.count());
    }
  }

  @Test
  public void idsThatComeAgain_breakTheList_butNotWithinAPage() {
    org.lists.put(DEVICES, items(450));
    org.bend =
        (request, reply) ->
            request.target().contains("after=400")
                ? Reply.json("[{\"id\":\"dNEW\"},{\"id\":\"d00007\"}]")
                : reply;
    assertEquals(ListWalk.REPEATED_ID, stream(DEVICES).completeness().reason());
    org.bend = (request, reply) -> reply;
    String link = "{\"id\":\"00u1\",\"label\":\"%s\"}";
    org.lists.put("/api/v1/users/00u1/appLinks", List.of(link.formatted("A"), link.formatted("B")));
    assertTrue(stream("/api/v1/users/00u1/appLinks").completeness().complete());
    assertEquals(2, got.size());
  }

  @Test
  public void aListWithoutEnd_isNoticed() {
    org.lists.put(DEVICES, items(450));
    org.link = next -> "Link: <" + next.replaceAll("after=\\d+", "after=0") + ">; rel=\"next\"";
    assertEquals(ListWalk.REPEATED_ID, stream(DEVICES).completeness().reason());
    org.lists.put(DEVICES, IntStream.range(0, 450).mapToObj(i -> "{\"n\":" + i + "}").toList());
    assertEquals("without ids too", ListWalk.REPEATED_ID, stream(DEVICES).completeness().reason());
  }

  @Test
  public void aLimit_endsTheListAndIsNotTakenForItsEnd() {
    org.lists.put(DEVICES, items(450));
    ListEnd end = stream(ListRequest.of(DEVICES).withDataLimit(250));
    assertEquals(250, end.count());
    assertTrue(end.limited());
    assertEquals(ListWalk.LIMITED, end.completeness().reason());
    assertEquals(2, org.server().count(DEVICES));
    assertTrue(stream(ListRequest.of(DEVICES).withDataLimit(200)).limited());
    end = stream(ListRequest.of(DEVICES).withDataLimit(450));
    assertFalse("the last object is the end", end.limited());
    assertTrue(end.completeness().complete());
    org.server().requests().clear();
    assertEquals(5, stream(ListRequest.of(DEVICES).withDataLimit(5)).count());
    assertEquals("no more is asked for", 1, org.server().count(DEVICES + "?limit=5"));
  }

  @Test
  public void aSingleObject_isRefused() {
    org.objects.put("/api/v1/groups/00g1", "{\"id\":\"00g1\",\"objectClass\":[],\"x\":[{}]}");
    org.objects.put("/api/v1/other", "{\"features\":[\"a\"],\"name\":\"x\"}");
    org.objects.put("/api/v1/two", "{\"a\":[{}],\"b\":[{}]}");
    org.objects.put("/api/v1/none", "{\"_links\":{}}");
    for (String path : org.objects.keySet()) {
      SourceException e = failure(path);
      assertEquals(path, OktaErrorTranslator.NOT_A_LIST, e.problem().code());
      assertEquals(path, Kind.FATAL, e.kind());
    }
  }

  @Test
  public void wrappersWithAnyFieldAreLists() {
    org.objects.put(
        "/api/v1/iam/roles", "{\"roles\":[{\"id\":\"cr1\"}],\"_links\":{\"next\":null}}");
    org.objects.put("/api/v1/x", "{\"metadata\":{\"n\":1},\"data\":[],\"_links\":{}}");
    assertEquals(1, stream("/api/v1/iam/roles").count());
    assertEquals(0, stream("/api/v1/x").count());
    org.objects.put(
        "/api/v1/y", "{\"_links\":{\"next\":\"/api/v1/z\"},\"value\":[{\"id\":\"1\"}]}");
    org.objects.put("/api/v1/z", "{\"value\":[{\"id\":\"2\"}]}");
    assertEquals("a bare address", 2, stream("/api/v1/y").count());
  }

  @Test
  public void aFeatureThatIsMissing_isToldApart() {
    Reply missing =
        new Reply(
            401,
            List.of("Content-Type: application/json"),
            "{\"errorCode\":\"E0000015\",\"errorSummary\":\"secret words\"}",
            Reply.How.WHOLE);
    for (Reply reply : List.of(missing, Reply.status(403), Reply.status(404), Reply.status(405))) {
      org.fail(DEVICES, reply);
      SourceException e = failure(DEVICES + "?expand=user");
      assertEquals(reply.toString(), Kind.FEATURE_MISSING, e.kind());
      assertEquals(OktaErrorTranslator.FEATURE, e.problem().code());
      assertTrue(e.problem().arguments().contains(DEVICES));
      assertFalse(e.problem().toString().contains("secret words"));
    }
    org.fail("/api/v1/apps", missing);
    assertEquals(
        "Okta's code holds anywhere", Kind.FEATURE_MISSING, failure("/api/v1/apps").kind());
  }

  @Test
  public void aListThatIsRefused_isToldWithWhatSomebodyWrote() {
    org.fail("/api/v1/groups", Reply.status(400));
    SourceException e = failure("/api/v1/groups?search=nonsense%20%28");
    assertEquals("okta-list-refused", e.problem().code());
    assertEquals("/api/v1/groups?search=nonsense (", e.problem().arguments().get(1));
    assertEquals(Kind.FATAL, e.kind());
  }

  @Test
  public void otherRefusals_areFailures() {
    org.fail(DEVICES, Reply.status(401));
    assertEquals(OktaErrorTranslator.TOKEN, failure(DEVICES).problem().code());
    org.fail(DEVICES, Reply.html(403));
    assertEquals(OktaErrorTranslator.HTML, failure(DEVICES).problem().code());
    org.fail("/api/v1/apps", Reply.status(403));
    assertEquals(Kind.DENIED, failure("/api/v1/apps").kind());
    assertEquals("a slip of the pen", Kind.NOT_FOUND, failure("/api/v1/gruops").kind());
    org.fail("/api/v1/devices/guo1/users", Reply.status(404));
    assertEquals(Kind.NOT_FOUND, failure("/api/v1/devices/guo1/users").kind());
  }

  @Test
  public void theTokenStaysAtHome() {
    try (RawServer elsewhere = new RawServer(request -> Reply.json("[]"))) {
      for (String address :
          List.of(
              elsewhere.url() + "/api/v1/users",
              "//127.0.0.1:" + elsewhere.port() + "/api/v1/users",
              "@127.0.0.1:" + elsewhere.port() + "/api/v1/users")) {
        assertEquals(ListAddress.HOST, failure(address).problem().code());
        assertEquals(
            ListAddress.HOST,
            source().lists().problem(ListRequest.of(address)).orElseThrow().code());
      }
      assertEquals(0, org.server().requests().size());
      String away = "http://localhost:" + elsewhere.port() + "/api/v1/things";
      org.objects.put(
          "/api/v1/things",
          "{\"value\":[{\"id\":\"1\"}],\"_links\":{\"next\":{\"href\":\"" + away + "\"}}}");
      assertEquals(OktaErrorTranslator.FOREIGN_LINK, failure("/api/v1/things").problem().code());
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  public void aStoredList_isSortedById() {
    List<String> mixed = new ArrayList<>(items(300));
    Collections.shuffle(mixed, new Random(7));
    mixed.add(5, "{\"n\":1}");
    mixed.add(0, "{\"n\":2}");
    org.lists.put(DEVICES, mixed);
    ListReading reading =
        opened(source().lists().read(ListRequest.of(DEVICES), spool(), stop, Progress.NONE));
    List<SourceElement> stored = all(reading.elements());
    assertEquals(302, reading.end().count());
    assertTrue(reading.end().completeness().complete());
    assertEquals(
        items(300),
        stored.subList(0, 300).stream().map(e -> "{\"id\":\"" + e.id() + "\"}").toList());
    assertEquals(
        List.of(0L, 6L), stored.subList(300, 302).stream().map(SourceElement::position).toList());
    assertEquals("2", TreePath.text(stored.get(300).value(), "n"));
    reading.close();
    assertEquals(0, folder.getRoot().list().length);
  }

  @Test
  public void aFailedReading_leavesNothingBehind() {
    org.fail(DEVICES, Reply.status(404));
    assertThrows(
        SourceException.class,
        () -> source().lists().read(ListRequest.of(DEVICES), spool(), stop, Progress.NONE));
    assertEquals(0, folder.getRoot().list().length);
    org.lists.put(DEVICES, items(450));
    stop.request();
    assertThrows(StoppedException.class, () -> stream(DEVICES));
  }

  @Test
  public void hashesOfIds_areToldApart() {
    SeenIds seen = new SeenIds();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      String id = "00u" + Integer.toString(i, 36);
      assertFalse(id, seen.repeats(List.of(id)));
      ids.add(id);
    }
    assertTrue(ids.stream().limit(5_000).allMatch(id -> seen.repeats(List.of(id))));
    assertFalse(seen.repeats(List.of("", "")));
    assertFalse(seen.repeats(List.of("")));
  }
}
