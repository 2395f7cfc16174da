package org.oktasync.devkit.oktaorg;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.xnio.IoUtils;

/**
 * The wire: HTTP on the loopback address, compression, and the faults that only a wire can have.
 */
final class WebServer implements AutoCloseable {
  private static final int WORKERS = 80;
  private static final int GZIP_FROM = 512;
  private static final int PIECES = 10;

  private final Gateway api;
  private final Control control;
  private final Undertow undertow;

  /** Starts listening. */
  WebServer(int port, Gateway api, Control control) {
    this.api = api;
    this.control = control;
    this.undertow =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(WORKERS)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
            .setHandler(this::handle)
            .build();
    try {
      undertow.start();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof BindException) {
        throw new IllegalArgumentException("Port " + port + " is taken, choose another one", e);
      }
      throw e;
    }
  }

  int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    undertow.stop();
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this::handle);
      return;
    }
    exchange.startBlocking();
    Call call = call(exchange);
    boolean isApi = call.path().startsWith("/api/") || call.path().startsWith("/.well-known/");
    send(exchange, isApi ? api.reply(call) : new Gateway.Reply(control.answer(call), Map.of()));
  }

  private static Call call(HttpServerExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), values.getFirst());
    }
    return new Call(
        exchange.getRequestMethod().toString(),
        exchange.getRequestURI(),
        exchange.getQueryString(),
        exchange.getRequestScheme() + "://" + exchange.getHostAndPort(),
        headers,
        new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void send(HttpServerExchange exchange, Gateway.Reply reply)
      throws IOException, InterruptedException {
    Map<Fault, Long> faults = reply.faults();
    boolean lower = faults.containsKey(Fault.LOWER_CASE_HEADERS);
    Answer answer = compress(exchange, reply.answer().withBody(reply.answer().bytes()));
    byte[] body = answer.bytes();
    exchange.setStatusCode(answer.status());
    answer.headers().forEach((name, value) -> add(exchange, name, value, lower));
    List<String> links = answer.links();
    if (faults.containsKey(Fault.MERGED_LINKS) && !links.isEmpty()) {
      links = List.of(String.join(", ", links));
    }
    links.forEach(link -> add(exchange, "Link", link, lower));
    if (body.length > 0 && !exchange.getRequestMethod().toString().equals("HEAD")) {
      add(exchange, "Content-Length", "" + body.length, lower);
      write(exchange, body, faults);
    }
    exchange.endExchange();
  }

  private static void add(HttpServerExchange exchange, String name, String value, boolean lower) {
    HttpString header = new HttpString(lower ? name.toLowerCase(Locale.ROOT) : name);
    exchange.getResponseHeaders().add(header, value);
  }

  private static void write(HttpServerExchange exchange, byte[] body, Map<Fault, Long> faults)
      throws IOException, InterruptedException {
    OutputStream out = exchange.getOutputStream();
    if (faults.containsKey(Fault.CUT_BODY)) {
      out.write(body, 0, body.length / 2);
      out.flush();
      IoUtils.safeClose(exchange.getConnection());
      return;
    }
    Long slow = faults.get(Fault.SLOW_BODY);
    int piece = slow == null ? body.length : Math.max(1, body.length / PIECES);
    for (int from = 0; from < body.length; from += piece) {
      out.write(body, from, Math.min(piece, body.length - from));
      if (slow != null) {
        out.flush();
        Thread.sleep(slow / PIECES);
      }
    }
    out.close();
  }

  private static Answer compress(HttpServerExchange exchange, Answer answer) throws IOException {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip") || answer.bytes().length < GZIP_FROM) {
      return answer;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new FastGzip(bytes)) {
      gzip.write(answer.bytes());
    }
    return answer.withBody(bytes.toByteArray()).with("Content-Encoding", "gzip");
  }

  /** Gzip at the level that costs least time. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
