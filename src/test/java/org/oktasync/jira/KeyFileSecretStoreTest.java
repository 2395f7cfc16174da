package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.config.util.JiraHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore.SecretStoreException;

public class KeyFileSecretStoreTest {
  private static final Secret TOKEN = new Secret("00abc-Täg_Ω");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file;

  @Before
  public void setUp() {
    file = folder.getRoot().toPath().resolve("okta-sync/secret.key");
  }

  @Test
  public void whatWasSealedIsOpenedOnAnyNode() {
    String sealed = node().seal(TOKEN);

    assertEquals(TOKEN.reveal(), node().open(sealed).reveal());
    assertTrue(sealed, sealed.startsWith("{1}"));
    assertFalse(sealed, sealed.contains("00abc"));
  }

  @Test
  public void aDestroyedKeyOpensNothingAndANewOneIsMade() {
    String sealed = node().seal(TOKEN);
    node().destroyKey();

    assertFalse(Files.exists(file));
    assertFalse(node().opens(sealed));
    node().destroyKey();
    assertTrue(node().opens(node().seal(TOKEN)));
    assertFalse(node().opens(sealed));
  }

  @Test
  public void twoSealsOfOneSecretDiffer() {
    assertNotEquals(node().seal(TOKEN), node().seal(TOKEN));
  }

  @Test
  public void onlyTheOwnerReadsTheKey() throws Exception {
    node().seal(TOKEN);

    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(file.getParent()));
    assertEquals(32, Files.size(file));
  }

  @Test
  public void permissionsThatSomebodyLoosenedAreTightened() throws Exception {
    String sealed = node().seal(TOKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    node().open(sealed);

    assertEquals("rw-------", permissions(file));
  }

  @Test
  public void everyDamageIsNoticed() {
    String sealed = node().seal(TOKEN);

    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'A' ? 'q' : 'A';
      String damaged = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThrows(damaged, SecretStoreException.class, () -> node().open(damaged));
    }
    assertThrows(SecretStoreException.class, () -> node().open("{1}"));
    assertThrows(SecretStoreException.class, () -> node().open(""));
    assertThrows(SecretStoreException.class, () -> node().open("{2}" + sealed.substring(3)));
  }

  @Test
  public void anotherKeyDoesNotOpen() throws Exception {
    String sealed = node().seal(TOKEN);
    Files.delete(file);

    SecretStoreException missing =
        assertThrows(SecretStoreException.class, () -> node().open(sealed));
    assertTrue(missing.getMessage(), missing.getMessage().contains("missing"));
    assertFalse("opening makes no key", Files.exists(file));

    node().seal(TOKEN);
    assertThrows(SecretStoreException.class, () -> node().open(sealed));
  }

  @Test
  public void aKeyFileThatWasCutShortIsNotReplaced() throws Exception {
    node().seal(TOKEN);
    byte[] half = Arrays.copyOf(Files.readAllBytes(file), 16);
    Files.write(file, half);

    assertThrows(SecretStoreException.class, () -> node().seal(TOKEN));
    assertEquals(16, Files.size(file));
  }

  @Test
  public void nodesThatMakeTheKeyAtOnceShareOne() throws Exception {
    int nodes = 8;
    ExecutorService pool = Executors.newFixedThreadPool(nodes);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> sealed = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        sealed.add(
            pool.submit(
                () -> {
                  start.await();
                  return node().seal(TOKEN);
                }));
      }
      start.countDown();
      Set<String> opened = new HashSet<>();
      for (Future<String> one : sealed) {
        opened.add(node().open(one.get()).reveal());
      }
      assertEquals(Set.of(TOKEN.reveal()), opened);
    } finally {
      pool.shutdownNow();
    }
    try (var left = Files.list(file.getParent())) {
      assertEquals("no drafts are left", 1, left.count());
    }
  }

  private KeyFileSecretStore node() {
    JiraHome home = mock(JiraHome.class);
    when(home.getHome()).thenReturn(folder.getRoot());
    return new KeyFileSecretStore(home, new SecureRandom());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
