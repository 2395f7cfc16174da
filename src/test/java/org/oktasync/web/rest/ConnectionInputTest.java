package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.settings.ConnectionDraft;

/** What administrators may send as a connection. */
public class ConnectionInputTest {
  private final ConnectionInput input = new ConnectionInput(new SettingsJson());

  @Test
  public void valuesOfAWrongType_areNamedByTheirFields() {
    assertEquals(List.of("enabled"), wrong("{\"enabled\":\"true\"}"));
    assertEquals(List.of("enabled"), wrong("{\"enabled\":null}"));
    assertEquals(List.of("planHours"), wrong("{\"planHours\":\"24\"}"));
    assertEquals(List.of("planHours"), wrong("{\"planHours\":1.5}"));
    assertEquals(List.of("planHours"), wrong("{\"planHours\":null}"));
    assertEquals(List.of("planHours"), wrong("{\"planHours\":5000000000}"));
    assertEquals(List.of("name"), wrong("{\"name\":7}"));
    assertEquals(List.of("users", "groups"), wrong("{\"users\":null,\"groups\":[]}"));
    assertEquals(List.of("users.correlate"), wrong("{\"users\":{\"correlate\":[\"login\",1]}}"));
    assertEquals(
        List.of("guardrails.protectedUsers"), wrong("{\"guardrails\":{\"protectedUsers\":null}}"));
    assertEquals(List.of("guardrails.maxRemovals"), wrong("{\"guardrails\":{\"maxRemovals\":10}}"));
    assertEquals(
        List.of("guardrails.maxRemovals.count"),
        wrong("{\"guardrails\":{\"maxRemovals\":{\"count\":\"1\"}}}"));
    assertEquals(List.of("directory.id"), wrong("{\"directory\":{\"id\":\"7\"}}"));
    assertEquals(List.of("directory"), wrong("{\"directory\":7}"));
    assertEquals(List.of("directory.create"), wrong("{\"directory\":{\"create\":true}}"));
    assertEquals(List.of("token"), wrong("{\"token\":7}"));
    assertEquals(List.of("auth.token"), wrong("{\"auth\":{\"token\":{}}}"));
    assertEquals(List.of("assets.token"), wrong("{\"assets\":{\"token\":7}}"));
    assertEquals(List.of("assets.mapping"), wrong("{\"assets\":{\"mapping\":null}}"));
    assertEquals(
        List.of("assets.types.apps.on"), wrong("{\"assets\":{\"types\":{\"apps\":{\"on\":1}}}}"));
    assertEquals(List.of("provider"), wrong("{\"provider\":\"entra\"}"));
  }

  @Test
  public void aNumberThatIsMissing_isSaidToBe() {
    RequestRejectedException thrown =
        assertThrows(
            RequestRejectedException.class,
            () -> draft("{\"leavers\":{\"deleteAfterDays\":null}}"));
    assertEquals("leavers.deleteAfterDays", thrown.problems().get(0).field());
    assertEquals("value-missing", thrown.problems().get(0).message().code());
  }

  @Test
  public void aLimit_canBeTakenAway() {
    String body = "{\"guardrails\":{\"maxDeactivations\":{\"count\":null}}}";
    assertNull(draft(body).settings().guardrails().maxDeactivations().count());
    assertEquals(5, (int) draft(body).settings().guardrails().maxDeactivations().percent());
  }

  @Test
  public void theTarget_isADirectoryThatExists_orANewOne() {
    assertEquals(7, draft("{\"directory\":{\"id\":7}}").settings().directoryId());
    assertNull(draft("{\"directory\":{\"id\":7}}").createDirectory());
    assertEquals("New", draft("{\"directory\":{\"create\":\"New\"}}").createDirectory());
    assertEquals(0, draft("{\"directoryId\":9}").settings().directoryId());
  }

  @Test
  public void aToken_thatIsBlankOrTheAnswersOwnObject_saysNothing() {
    assertNull(draft("{}").secret());
    assertNull(draft("{\"token\":\"  \"}").secret());
    assertNull(draft("{\"token\":null,\"auth\":{\"token\":null}}").secret());
    assertNull(draft("{\"token\":{\"set\":true,\"setBy\":\"x\"}}").secret());
    assertEquals("00a", draft("{\"auth\":{\"token\":\"00a\"}}").secret().reveal());
    assertEquals("00b", draft("{\"token\":\"00b\"}").secret().reveal());
  }

  @Test
  public void aToken_thatCouldEndAHeader_isRefused() {
    assertEquals(List.of("token"), wrong("{\"token\":\"00a\\r\\nX-Evil: 1\"}"));
    assertEquals(List.of("auth.token"), wrong("{\"auth\":{\"token\":\"00ä\"}}"));
  }

  @Test
  public void whatCannotBeRead_isNeverRepeated() {
    for (String body :
        List.of("{\"token\":s3cr3t}", "{\"token\":\"00s3cr3t\"", "{\"token\":\"00s3cr3t\"} x")) {
      RequestRejectedException thrown =
          assertThrows(RequestRejectedException.class, () -> JsonBody.read(body));
      assertEquals("json-invalid", thrown.problems().get(0).message().code());
      assertFalse(thrown.toString(), thrown.toString().contains("s3cr3t"));
    }
    assertThrows(RequestRejectedException.class, () -> JsonBody.read("[]"));
  }

  private ConnectionDraft draft(String body) {
    return input.draft(JsonBody.read(body), ConnectionSettings.defaults());
  }

  private List<String> wrong(String body) {
    RequestRejectedException thrown =
        assertThrows(body, RequestRejectedException.class, () -> draft(body));
    assertEquals(400, thrown.status());
    return thrown.problems().stream().map(FieldProblem::field).toList();
  }
}
