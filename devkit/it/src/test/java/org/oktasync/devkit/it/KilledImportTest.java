package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;

/**
 * A node dies by SIGKILL while objects of Assets are made; the next import makes up for it, and no
 * object is there twice. The system property {@code kills.imports} sets how often, {@code
 * kills.seed} repeats a test that failed.
 */
public class KilledImportTest {
  private static final int KILLS = Integer.getInteger("kills.imports", 3);
  private static final long SEED = Long.getLong("kills.seed", new Random().nextInt());
  private static final List<String> TYPES = List.of("Users", "Groups", "Roles", "Apps", "Devices");

  /** Far fewer than it takes to make 120 people's objects. */
  private static final long WORDS_OF_A_FIRST_IMPORT = 600;

  private final Random random = new Random(SEED);
  private MortalNode mortal;
  private Node node;
  private long connection;
  private AssetsView view;

  @Before
  public void start() throws Exception {
    System.out.println("kills.seed=" + SEED);
    mortal =
        new MortalNode(
            List.of("--assets", "on"), "--users", "120", "--groups", "10", "--seed", "" + SEED);
    node = mortal.node;
    connection = mortal.connect();
  }

  @After
  public void end() throws Exception {
    mortal.close();
  }

  @Test
  public void theNextImportGoesOnAndMakesNothingTwice() throws Exception {
    AssetsConnection assets = new AssetsConnection(node, connection);
    assets.settle();
    view = assets.view(node.baseUrl());
    mortal.learn(() -> assertImported("the first import", assets.importObjects()));
    Upheaval upheaval = new Upheaval(mortal.okta, random);
    for (int kill = 1; kill <= KILLS; kill++) {
      upheaval.happen();
      String what = mortal.killDuringAnImport(connection, random);
      System.out.println("kill " + kill + ": " + what);
      node.start();
      String told = "kills.seed=" + SEED + ", kill " + kill + ": " + what;
      assertImported(told, node.approved(assets.importObjects()));
      assertQuiet(told, assets.importObjects());
    }
  }

  @Test
  public void theVeryFirstImportIsMadeUpFor_thoughItIsKilledTwice() throws Exception {
    AssetsConnection assets = new AssetsConnection(node, connection);
    assets.settle();
    view = assets.view(node.baseUrl());
    mortal.expect(WORDS_OF_A_FIRST_IMPORT);
    StringBuilder told = new StringBuilder("kills.seed=" + SEED);
    for (int kill = 1; kill <= 2; kill++) {
      told.append(", ").append(mortal.killDuringAnImport(connection, random));
      node.start();
    }
    System.out.println(told);
    assertImported(told.toString(), node.approved(assets.importObjects()));
    assertQuiet(told.toString(), assets.importObjects());
  }

  /** Everybody and everything has one object. */
  private void assertImported(String told, JsonNode run) {
    assertEquals(told + ": " + run, "SUCCEEDED", run.path("state").asText());
    Set<String> ids =
        mortal.okta.directory().users().stream().map(User::id).collect(Collectors.toSet());
    for (String type : TYPES) {
      String key = type.equals("Roles") ? "Name" : "Okta Id";
      Set<String> keys = view.all(type, key).keySet();
      assertEquals(told + ": " + type, view.count(type), keys.size());
      if (type.equals("Users")) {
        assertTrue(told, keys.containsAll(ids));
      }
    }
  }

  private static void assertQuiet(String told, JsonNode run) {
    for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
      JsonNode count = run.path("counts").path("objects").path(kind);
      assertEquals(told + ", " + kind + ": " + run, 0, count.asLong());
    }
  }
}
