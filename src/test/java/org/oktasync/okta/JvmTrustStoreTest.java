package org.oktasync.okta;

import static org.junit.Assert.assertTrue;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Okta behind a certificate that only the administrator's own trust store knows. */
public class JvmTrustStoreTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private SelfSignedServer server;

  @Before
  public void serve() throws Exception {
    server =
        new SelfSignedServer(
            folder.getRoot().toPath(),
            path -> path.endsWith("/users") ? "[{\"id\":\"00u1\"}]" : "[]");
  }

  @After
  public void stop() {
    server.close();
  }

  private String read(boolean trusting) throws Exception {
    return server.printedBy(ReaderMemoryMain.class, trusting, server.address(), "token");
  }

  @Test
  public void aServerThatTheJvmDoesNotTrustIsRefusedAsSuch() throws Exception {
    String output = read(false);
    assertTrue(output, output.contains(OktaErrorTranslator.TLS));
  }

  @Test
  public void aServerThatTheJvmsTrustStoreKnowsIsRead() throws Exception {
    String output = read(true);
    assertTrue(output, output.contains("users=1 groups=0"));
  }
}
