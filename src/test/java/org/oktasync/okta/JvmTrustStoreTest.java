package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A server whose certificate only the administrator's own trust store knows. */
public class JvmTrustStoreTest {
  private static final String PASSWORD = "changeit";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HttpsServer server;
  private Path keys;

  @Before
  public void serve() throws Exception {
    keys = folder.getRoot().toPath().resolve("keys.p12");
    run(
        tool("keytool"),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "server",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
    server.createContext(
        "/",
        exchange -> {
          boolean people = exchange.getRequestURI().getPath().endsWith("/users");
          byte[] body = (people ? "[{\"id\":\"00u1\"}]" : "[]").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void aServerThatTheJvmDoesNotTrustIsRefusedAsSuch() throws Exception {
    String output = readInAnotherJvm();
    assertTrue(output, output.contains(OktaErrorTranslator.TLS));
  }

  @Test
  public void aServerThatTheJvmsTrustStoreKnowsIsRead() throws Exception {
    String output =
        readInAnotherJvm(
            "-Djavax.net.ssl.trustStore=" + keysWithTheCertificateAlone(),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    assertTrue(output, output.contains("users=1 groups=0"));
  }

  /** The trust store is read once in a JVM. */
  private String readInAnotherJvm(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ReaderMemoryMain.class.getName());
    command.add("https://localhost:" + server.getAddress().getPort());
    command.add("token");
    return output(command);
  }

  private String keysWithTheCertificateAlone() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keyStore().getCertificate("server"));
    Path file = folder.getRoot().toPath().resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file.toString();
  }

  private SSLContext serverContext() throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keyStore(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore keyStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  private static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
