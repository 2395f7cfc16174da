package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;

/** User directories made, switched and deleted. */
public class DirectoryResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private DirectoryResource directories;
  private String made;

  @Before
  public void make() {
    world = new RestWorld(folder.getRoot().toPath());
    directories = world.directories();
    JsonNode directory = Answered.with(201, directories.create("{\"name\":\" Spare \"}")).json();
    assertEquals("Spare", directory.path("name").asText());
    made = directory.path("id").asText();
  }

  private List<String> refused(javax.ws.rs.core.Response answer) {
    return Answered.with(400, answer).errors();
  }

  private boolean exists() {
    return world.targets.find(Long.parseLong(made)).isPresent();
  }

  @Test
  public void aDirectoryIsSwitchedOffAndOn_andToldToTheAuditLog() {
    JsonNode off = Answered.with(200, directories.change(made, "{\"active\":false}")).json();
    assertFalse(off.path("active").asBoolean());
    assertTrue(
        Answered.with(200, directories.change(made, "{\"active\":true}"))
            .json()
            .path("active")
            .asBoolean());
    assertEquals(
        List.of("directory-created", "directory-disabled", "directory-enabled"),
        world.audit.entries().stream()
            .map(entry -> entry.action())
            .filter(action -> action.startsWith("directory"))
            .toList());
  }

  @Test
  public void oneIsDeletedWithItsNameTypedAndItsAccountsKnown() {
    world.targets.okta.world().hold(new Account(new AccountName("bob"), "Bob", "", true));
    assertEquals(
        List.of("name: directory-name-differs"), refused(directories.delete(made, "spare", "1")));
    assertEquals(
        List.of("accounts: value-missing"), refused(directories.delete(made, "Spare", null)));
    assertEquals(
        List.of("accounts: directory-has-accounts"),
        refused(directories.delete(made, "Spare", "0")));
    assertTrue(exists());
    assertEquals(1, Answered.with(200, directories.accounts(made)).json().path("accounts").asInt());
    Answered.with(204, directories.delete(made, "Spare", "1"));
    assertFalse(exists());
  }

  @Test
  public void nobodyLocksThemselvesOut() {
    world.targets.okta.world().hold(new Account(new AccountName("ada"), "Ada", "", true));
    assertEquals(
        List.of("active: directory-your-own"),
        refused(directories.change(made, "{\"active\":false}")));
    assertEquals(
        List.of("name: directory-your-own"), refused(directories.delete(made, "Spare", "1")));
  }

  @Test
  public void theLastOneStaysOn() {
    world.targets.all().stream()
        .filter(one -> one.id() != Long.parseLong(made))
        .forEach(one -> world.targets.setActive(one.id(), false));
    assertEquals(
        List.of("active: directory-last-enabled"),
        refused(directories.change(made, "{\"active\":false}")));
  }

  @Test
  public void whatAConnectionFillsIsNotTakenFromIt_norWhatIsFilledFromElsewhere() {
    long connection = world.connect();
    long used = world.connections.find(connection).orElseThrow().settings().directoryId();
    String name = world.targets.find(used).orElseThrow().name();
    assertEquals(
        List.of("active: directory-in-use"),
        refused(directories.change("" + used, "{\"active\":false}")));
    assertEquals(
        List.of("name: directory-in-use"), refused(directories.delete("" + used, name, "0")));
    long office =
        world.targets.all().stream()
            .filter(one -> !one.type().equals("INTERNAL"))
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals(
        List.of("active: directory-not-internal"),
        refused(directories.change("" + office, "{\"active\":false}")));
  }

  @Test
  public void namesAndValuesAreChecked() {
    assertEquals(List.of("name: directory-name-missing"), refused(directories.create("{}")));
    assertEquals(
        List.of("name: name-too-long"),
        refused(directories.create("{\"name\":\"%s\"}".formatted("x".repeat(256)))));
    assertEquals(List.of("active: value-missing"), refused(directories.change(made, "{}")));
    assertEquals(
        List.of("name: directory-name-taken"), refused(directories.create("{\"name\":\"Spare\"}")));
  }
}
