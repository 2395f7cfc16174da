package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Who may do what, and that secrets stay secret. */
public class AccessTest {
  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "20", "--groups", "4", "--clean", "--token", "very-secret-token-42");
    connection = lab.connect();
  }

  @AfterClass
  public static void end() throws Exception {
    lab.close();
  }

  @Test
  public void onlySystemAdministratorsPass() {
    Rest nobody = new Rest(lab.host.baseUrl(), null, null);
    Rest fred = new Rest(lab.host.baseUrl(), "fred", "fred");
    for (String path :
        List.of(
            "/connections",
            "/connections/defaults",
            "/connections/" + connection,
            "/connections/" + connection + "/adoption",
            "/runs",
            "/directories",
            "/health")) {
      assertEquals(path, 401, nobody.get(path).status());
      assertEquals(path, 403, fred.get(path).status());
      assertEquals(path, 200, lab.rest.get(path).status());
    }
    String page = "/plugins/servlet/okta-sync";
    assertEquals(403, fred.call("GET", page, null).status());
  }

  @Test
  public void personalAccessTokensOpenTheRestInterfaceWithTheirOwnersRights() {
    assertEquals(200, ofToken("admin").get("/connections").status());
    assertEquals(403, ofToken("fred").get("/connections").status());
    Rest unknown = Rest.withToken(lab.host.baseUrl(), "nobody");
    assertEquals(401, unknown.get("/connections").status());
    String page = "/plugins/servlet/okta-sync";
    assertEquals(302, ofToken("admin").call("GET", page, null).status());
  }

  private static Rest ofToken(String user) {
    Rest rest = new Rest(lab.host.baseUrl(), user, user);
    String path = "/rest/pat/latest/tokens";
    String token =
        rest.call("POST", path, "{\"name\":\"script\"}").expect(201).path("rawToken").asText();
    return Rest.withToken(lab.host.baseUrl(), token);
  }

  @Test
  public void theTokenIsInNoAnswerFileOrTable() throws Exception {
    String shown = lab.rest.get("/connections/" + connection).body();
    assertFalse(shown.contains("very-secret-token-42"));
    assertTrue(shown.contains("\"set\":true"));
    lab.sync(connection);
    try (Stream<Path> files = Files.walk(lab.home())) {
      files.filter(Files::isRegularFile).forEach(AccessTest::assertNoToken);
    }
  }

  private static void assertNoToken(Path file) {
    try {
      String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertFalse(file.toString(), text.contains("very-secret-token-42"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  public void badInputIsRefusedFieldByField() {
    Rest.Answer answer =
        lab.rest.post("/connections", "{\"name\":\"\",\"baseUrl\":\"http://example.com\"}");
    assertEquals(400, answer.status());
    for (String field : List.of("name", "baseUrl", "auth.token", "directory.id")) {
      assertTrue(field + " in " + answer.body(), answer.body().contains("\"" + field + "\""));
    }
    assertEquals("json-invalid", lab.rest.post("/connections", "{").code());
    assertEquals(404, lab.rest.get("/runs/99999").status());
  }

  @Test
  public void aStaleVersionIsRefused() {
    String path = "/connections/" + connection;
    int version = lab.rest.get(path).json().path("version").asInt();
    Rest.Answer stale =
        lab.rest.put(path, "{\"version\":" + (version - 1) + ",\"name\":\"Other\"}");
    assertEquals(409, stale.status());
    assertEquals("stale-version", stale.code());
  }

  @Test
  public void theSelfChecksAreFine() {
    assertTrue(
        lab.rest.get("/health").body(), lab.rest.get("/health").json().path("ok").asBoolean());
  }

  @Test
  public void twoConnectionsCannotShareADirectory() {
    long directory =
        lab.rest.get("/connections/" + connection).json().path("directory").path("id").asLong();
    Rest.Answer answer =
        lab.rest.post(
            "/connections",
            "{\"name\":\"B\",\"baseUrl\":\"%s\",\"auth\":{\"token\":\"abc\"},\"directory\":{\"id\":%d}}"
                .formatted(lab.okta.baseUrl(), directory));
    assertEquals(400, answer.status());
    assertEquals("directory-in-use", answer.code());
  }
}
