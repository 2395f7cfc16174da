package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The built add-on speaks to each in the language of their preferences. */
public class GermanTest {
  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "10", "--groups", "2", "--clean");
    connection = lab.connect();
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static String refusal() {
    return lab.rest
        .put("/connections/" + connection, "{\"version\":1,\"name\":\"\"}")
        .json()
        .at("/errors/0/message")
        .asText();
  }

  @Test
  public void messagesAreGermanForWhoeverChoseIt_andEnglishElse() {
    assertEquals("Give the connection a name.", refusal());
    lab.jira.speak("de_DE");
    assertEquals("Geben Sie der Verbindung einen Namen.", refusal());
    JsonNode test = lab.rest.post("/connections/" + connection + "/test", "{}").expect(200);
    assertTrue(test.toString(), test.toString().contains("Okta nimmt das API-Token an."));
    lab.jira.speak("en_US");
    assertEquals("Give the connection a name.", refusal());
  }
}
