package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;

public class PagingTest {
  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "90", "--groups", "20").forTest(new TestClock()));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  @Test
  public void users_visitsEverybodyExactlyOnceWhilePeopleJoinAndLeave() throws Exception {
    Set<String> before =
        new HashSet<>(
            org.directory().users().stream().filter(UsersApi::listed).map(User::id).toList());
    String leaver = org.directory().users().get(1).id();

    List<String> seen =
        client.ids(
            "/api/v1/users?limit=7",
            page -> {
              String login = "joiner" + page + "@example.com";
              org.directory().importUser(Map.of("login", login), UserStatus.ACTIVE);
              if (page == 3) {
                org.directory().delete(leaver);
                org.directory().delete(leaver);
              }
              if (page > 40) {
                throw new AssertionError("the list does not end");
              }
            });

    assertEquals("nobody twice", new HashSet<>(seen).size(), seen.size());
    assertTrue("nobody missed", seen.containsAll(before));
  }

  @Test
  public void users_countOneCallPerPage() throws Exception {
    int listed = (int) org.directory().users().stream().filter(UsersApi::listed).count();
    client.ids("/api/v1/users?limit=10");
    assertEquals((listed + 9) / 10, org.requests().count());
  }

  @Test
  public void members_pageInStableOrder() throws Exception {
    Group big = org.directory().groups().get(1);
    List<String> expected = org.directory().members(big.id()).stream().map(User::id).toList();
    assertEquals(90 * 6 / 10, expected.size());
    assertEquals(expected, client.ids("/api/v1/groups/" + big.id() + "/users?limit=9"));
  }

  @Test
  public void cursor_revealsNoIdAndFitsOnlyItsList() throws Exception {
    HttpResponse<String> first = client.get("/api/v1/users?limit=5");
    String next = TestClient.next(first);
    String cursor = next.replaceAll(".*after=([^&]*).*", "$1");
    for (User user : org.directory().users()) {
      assertFalse(cursor.contains(user.id()));
    }
    assertEquals(400, client.get("/api/v1/groups?after=" + cursor).statusCode());
    String lastId = org.directory().users().get(4).id();
    assertEquals(400, client.get("/api/v1/users?after=" + lastId).statusCode());
  }

  @Test
  public void limits_areCappedAndChecked() throws Exception {
    assertEquals(400, client.get("/api/v1/users?limit=0").statusCode());
    assertEquals(400, client.get("/api/v1/users?limit=abc").statusCode());
    try (OktaOrg large = OktaOrg.start(Options.of("--port", "0", "--users", "450"))) {
      assertEquals(200, new TestClient(large).json("/api/v1/users?limit=1000").size());
    }
    Options capped = Options.of("--users", "90", "--page-size-cap", "25");
    try (OktaOrg other = OktaOrg.start(capped.forTest(new TestClock()))) {
      assertEquals(25, new TestClient(other).json("/api/v1/users?limit=200").size());
    }
  }

  @Test
  public void lastPage_hasNoNext() throws Exception {
    assertNull(TestClient.next(client.get("/api/v1/users?limit=200")));
    assertNotEquals(null, TestClient.next(client.get("/api/v1/groups?limit=19")));
    assertNull(TestClient.next(client.get("/api/v1/groups?limit=20")));
  }
}
