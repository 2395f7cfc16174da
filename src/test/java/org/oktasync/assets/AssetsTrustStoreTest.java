package org.oktasync.assets;

import static org.junit.Assert.assertTrue;

import java.util.concurrent.ForkJoinPool;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.okta.SelfSignedServer;
import org.oktasync.target.TargetException;

/** Assets behind a certificate that only the administrator's own trust store knows. */
public class AssetsTrustStoreTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private SelfSignedServer server;

  /** Prints how many schemas a site has, or why it does not tell. */
  public static final class Schemas {
    private Schemas() {}

    public static void main(String[] words) {
      AssetsAccess access = new AssetsAccess(words[0], new Secret("pat"), 600);
      RestAssetsSite site =
          new RestAssetsSite(
              access,
              new AssetsHttp(HttpPatience.DEFAULT, ForkJoinPool.commonPool()),
              (time, stop) -> stop.check(),
              new StopSignal());
      try {
        System.out.println("schemas=" + site.schemas().size());
      } catch (TargetException e) {
        System.out.println("refused=" + e.problem().code());
      }
    }
  }

  @Before
  public void serve() throws Exception {
    server = new SelfSignedServer(folder.getRoot().toPath(), path -> "{\"objectschemas\":[]}");
  }

  @After
  public void stop() {
    server.close();
  }

  @Test
  public void aServerThatTheJvmDoesNotTrustIsRefusedAsSuch() throws Exception {
    String output = server.printedBy(Schemas.class, false, server.address());
    assertTrue(output, output.contains("refused=assets-tls"));
  }

  @Test
  public void aServerThatTheJvmsTrustStoreKnowsIsRead() throws Exception {
    String output = server.printedBy(Schemas.class, true, server.address());
    assertTrue(output, output.contains("schemas=0"));
  }
}
