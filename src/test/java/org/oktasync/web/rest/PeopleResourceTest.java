package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.PersonRecords;
import org.oktasync.record.PersonTexts;
import org.oktasync.run.settings.PeopleControl;

/** Forgetting people over REST. */
public class PeopleResourceTest {
  private static final ExternalId ANN = new ExternalId("00u1");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private PeopleResource resource;
  private AdoptionPreviews previews;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    world.links.store(
        List.of(
            Link.ofAccount(
                connection, ANN, 7, new AccountName("ann"), "JIRAUSER1", Link.Origin.CREATED)));
    previews = new AdoptionPreviews(world.clock);
    PeopleControl people =
        new PeopleControl(world.ports, world.settings, new OneLine(), world::tryLock);
    resource = new PeopleResource(world.entry, people, previews);
  }

  @Test
  public void aPerson_isForgotten_andTheAnswerSaysHowMuch() {
    previews.of(connection, 1, List::of);
    Answered answer = Answered.with(200, forget("\" 00u1 \""));
    assertEquals(
        "{\"forgotten\":{\"changes\":3,\"links\":1},\"notices\":["
            + "{\"code\":\"person-account-stays\",\"message\":\"person-account-stays\"}]}",
        answer.text().replace("okta-sync.", ""));
    assertEquals(Optional.empty(), world.links.find(connection, EntityKind.USER, ANN));
    boolean[] readAgain = {false};
    previews.of(
        connection,
        1,
        () -> {
          readAgain[0] = true;
          return List.of();
        });
    assertTrue("a preview that names the person is not shown any more", readAgain[0]);
  }

  @Test
  public void whoIsUnknown_is404() {
    assertEquals(List.of("null: person-unknown"), Answered.with(404, forget("\"00u2\"")).errors());
  }

  @Test
  public void aMissingConnection_is404_andARunUnderWay409() {
    String elsewhere = "{\"connectionId\":99,\"sourceId\":\"00u1\"}";
    assertEquals(
        List.of("null: connection-missing"),
        Answered.with(404, resource.forget(elsewhere)).errors());
    world.locked.add(connection);
    assertEquals(List.of("null: run-in-progress"), Answered.with(409, forget("\"00u1\"")).errors());
  }

  @Test
  public void bothFields_areNeeded() {
    assertEquals(
        List.of("connectionId: value-missing"), Answered.with(400, resource.forget("{}")).errors());
    assertEquals(List.of("sourceId: value-missing"), Answered.with(400, forget("\" \"")).errors());
    assertEquals(List.of("sourceId: value-missing"), Answered.with(400, forget("null")).errors());
    assertEquals(List.of("sourceId: wrong-type"), Answered.with(400, forget("7")).errors());
  }

  private javax.ws.rs.core.Response forget(String id) {
    return resource.forget("{\"connectionId\":" + connection + ",\"sourceId\":" + id + "}");
  }

  /** Records in which one person is named three times. */
  private static final class OneLine implements PersonRecords {
    @Override
    public Optional<PersonTexts> find(long connectionId, String sourceId) {
      return sourceId.equals(ANN.value())
          ? Optional.of(new PersonTexts(sourceId, Set.of("ann")))
          : Optional.empty();
    }

    @Override
    public Set<Long> plans(long connectionId, String sourceId) {
      return Set.of();
    }

    @Override
    public Map<String, Long> forget(long connectionId, PersonTexts person) {
      return Map.of("changes", 3L);
    }
  }
}
