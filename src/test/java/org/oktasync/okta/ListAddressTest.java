package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.net.URI;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.model.Message;

public class ListAddressTest {
  private static final String BASE = "https://example.okta.com";

  private static String code(String address) {
    return ListAddress.problem(address).map(Message::code).orElse("");
  }

  @Test
  public void addressesOfLists_areTaken() {
    for (String address :
        new String[] {
          "/api/v1/groups",
          " /api/v1/devices?limit=200&expand=userSummary ",
          "/api/v1/users?search=status eq \"STAGED\" and profile.name co \"ä..//x\"",
          "/api/v1/users/a.person@example.com/appLinks",
          "/api/v1/users/a%20b/groups",
          "/api/v1/meta/types/user"
        }) {
      assertEquals(address, "", code(address));
    }
  }

  @Test
  public void nothingElse_isTaken() {
    assertEquals(ListAddress.HOST, code("https://evil.example/api/v1/users"));
    assertEquals(ListAddress.HOST, code("//evil.example/api/v1/users"));
    assertEquals(ListAddress.HOST, code("api/v1/users"));
    assertEquals(ListAddress.HOST, code("@evil.example/api/v1/users"));
    assertEquals(ListAddress.HOST, code(""));
    assertEquals(ListAddress.PATH, code("/oauth2/v1/token"));
    assertEquals(ListAddress.PATH, code("/api"));
    assertEquals(ListAddress.PATH, code("/apis/v1"));
    assertEquals(ListAddress.PATH, code("/api/v1/gr\u00fcppe"));
    for (String detour :
        new String[] {
          "/api/../login",
          "/api/v1/./users",
          "/api//v1/users",
          "/api/v1/users/",
          "/api/v1/%2e%2e/users",
          "/api/v1/%2E./users",
          "/api/v1/a%2fb",
          "/api/v1/a%5Cb",
          "/api/v1/a\\b",
          "/api/v1/..;x/users",
          "/api/v1/a%252e",
          "/api/v1/a%0d%0ab"
        }) {
      assertEquals(detour, ListAddress.DETOUR, code(detour));
    }
    for (String wrong :
        new String[] {
          "/api/v1/users#x",
          "/api/v1/users?q=a\r\nHost: evil.example",
          "/api/v1/users?q=a%2",
          "/api/v1/users?q=\u0000",
          "/api/v1/users?q=" + "a".repeat(8_000)
        }) {
      assertEquals(wrong, ListAddress.CHARACTERS, code(wrong));
    }
  }

  /** Whatever is written, the call goes to the organisation, below its interface, or nowhere. */
  @Test
  public void noAddressLeadsAway() {
    String[] parts = {
      "/",
      "//",
      "/api/",
      "api",
      "..",
      ".",
      "%2e",
      "%2f",
      "\\",
      "@",
      ":",
      "evil.example",
      "https:",
      "?",
      "#",
      "&",
      "=",
      "v1",
      "users",
      ";",
      "%",
      " ",
      "\"",
      "\t",
      "ä",
      "%00",
      "limit=5"
    };
    qt().forAll(lists().of(arbitrary().pick(parts)).ofSizeBetween(0, 9))
        .checkAssert(
            words -> {
              String written = String.join("", words);
              String taken = "/api/" + written;
              for (String address : new String[] {written, taken}) {
                Optional<Message> problem = ListAddress.problem(address);
                if (problem.isEmpty()) {
                  URI uri = URI.create(BASE + ListAddress.of(address).pathAndQuery());
                  assertEquals(address, "example.okta.com", uri.getRawAuthority());
                  assertTrue(address, uri.getRawPath().startsWith("/api/"));
                  assertEquals(address, uri, uri.normalize());
                  assertEquals(address, null, uri.getRawFragment());
                }
              }
            });
  }

  @Test
  public void pagesFitTheList() {
    assertEquals("/api/v1/groups?limit=200", fitted("/api/v1/groups", 0));
    assertEquals("/api/v1/devices?limit=50", fitted("/api/v1/devices?limit=50", 0));
    assertEquals("/api/v1/devices?x=1&limit=20", fitted("/api/v1/devices?limit=50&x=1", 20));
    assertEquals("/api/v1/users?limit=200", fitted("/api/v1/users", 500));
    assertEquals("/api/v1/apps/0oa1/users?limit=500", fitted("/api/v1/apps/0oa1/users", 0));
    assertEquals("/api/v1/apps/0oa1/groups?limit=20", fitted("/api/v1/apps/0oa1/groups", 5));
    assertEquals("/api/v1/meta/types/user", fitted("/api/v1/meta/types/user", 0));
    assertEquals("/api/v1/zones?limit=7", fitted("/api/v1/zones", 7));
  }

  private static String fitted(String address, int pageSize) {
    return PageLimits.fitted(ListAddress.of(address), pageSize).pathAndQuery();
  }

  @Test
  public void whatAQueryCannotHold_isEscaped() {
    assertEquals(
        "/api/v1/users?search=status%20eq%20%22A%C3%A4%22",
        ListAddress.of("/api/v1/users?search=status eq \"Aä\"").pathAndQuery());
  }
}
