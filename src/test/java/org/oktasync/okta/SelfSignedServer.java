package org.oktasync.okta;

import com.sun.net.httpserver.HttpHandler;
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
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server whose certificate no Java knows by itself, and programs that call it. */
public final class SelfSignedServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path keys;
  private final HttpsServer server;

  /**
   * @param folder takes keys
   * @param answers the JSON of each path
   */
  public SelfSignedServer(Path folder, UnaryOperator<String> answers) throws Exception {
    this.folder = folder;
    keys = folder.resolve("keys.p12");
    makeKeys();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
    server.createContext("/", answering(answers));
    server.start();
  }

  private static HttpHandler answering(UnaryOperator<String> answers) {
    return exchange -> {
      String json = answers.apply(exchange.getRequestURI().getPath());
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    };
  }

  /** Where it answers. */
  public String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /**
   * What a program prints when it runs in a JVM of its own: the trust store is read once in each.
   *
   * @param trusting whether the JVM's settings name a trust store that knows the server
   */
  public String printedBy(Class<?> program, boolean trusting, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    if (trusting) {
      command.add("-Djavax.net.ssl.trustStore=" + keysWithTheCertificateAlone());
      command.add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void makeKeys() throws IOException, InterruptedException {
    String subject = "-dname CN=localhost -ext san=dns:localhost";
    List<String> command =
        new ArrayList<>(
            List.of(tool("keytool"), "-genkeypair", "-keyalg", "EC", "-alias", "server"));
    command.addAll(List.of(subject.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", keys.toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (ended != 0) {
      throw new IllegalStateException("keytool ended with " + ended);
    }
  }

  private String keysWithTheCertificateAlone() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keyStore().getCertificate("server"));
    Path file = folder.resolve("trusted.p12");
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

  @Override
  public void close() {
    server.stop(0);
  }
}
