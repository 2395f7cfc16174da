package org.oktasync.wiring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsJson;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;

/** Which Assets a connection means, and what is in the way of asking it. */
public class AssetsConnectionsTest {
  private static final String CURRENT = "\"schemaId\":\"7\"";
  private static final String EXTERNAL =
      "\"site\":\"external\",\"url\":\"https://other.example.com/jira\"";

  private String baseUrl = "https://jira.example.com/";
  private final AssetsConnections sites =
      new AssetsConnections(
          ForkJoinPool.commonPool(),
          new OneSeal(),
          () -> baseUrl,
          () -> text -> Optional.empty(),
          Clock.systemUTC(),
          (time, stop) -> stop.check());

  @Test
  public void withEverythingSet_nothingIsInTheWay() {
    assertEquals(Optional.empty(), obstacle(CURRENT, "good"));
    assertEquals(Optional.empty(), obstacle(EXTERNAL, "good"));
  }

  @Test
  public void whatIsMissingOrUnusable_isTold() {
    assertEquals(Optional.of("assets-token-missing"), obstacle(CURRENT, ""));
    assertEquals(Optional.of("assets-token-unreadable"), obstacle(CURRENT, "lost"));
    baseUrl = "http://jira.example.com";
    assertEquals(Optional.of("assets-base-url-unusable"), obstacle(CURRENT, "good"));
    assertEquals(
        Optional.empty(), obstacle(CURRENT + ",\"url\":\"http://localhost:8080\"", "good"));
  }

  @Test
  public void withoutASchema_nothingIsRead() {
    TargetException thrown =
        assertThrows(
            TargetException.class, () -> sites.target(connection("", "good"), new StopSignal()));
    assertEquals("assets-schema-missing", thrown.problem().code());
  }

  @Test
  public void linksLeadWherePeopleSee_notToAnInternalAddress() {
    assertEquals(
        "https://jira.example.com",
        sites.address(connection("\"url\":\"http://localhost:8080\"", "good")));
    assertEquals("https://other.example.com/jira", sites.address(connection(EXTERNAL, "good")));
  }

  private Optional<String> obstacle(String assets, String sealed) {
    return sites.obstacle(connection(assets, sealed)).map(Message::code);
  }

  private static Connection connection(String assets, String sealed) {
    return Connection.unsaved(new SettingsJson().read("{\"assets\":{" + assets + "}}"))
        .withAssetsToken(new SealedSecret(sealed, Instant.EPOCH, "ada"));
  }

  /** Opens one seal and no other. */
  private static final class OneSeal implements SecretStore {
    @Override
    public String seal(Secret secret) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Secret open(String sealed) {
      if (!sealed.equals("good")) {
        throw new SecretStoreException("another key", null);
      }
      return new Secret("pat");
    }

    @Override
    public void destroyKey() {
      throw new UnsupportedOperationException();
    }
  }
}
