package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.okta.Reply.How;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

public class ErrorCodesTest extends OrgFixture {
  private static final int ATTEMPTS = OktaRequest.RETRIES + 1;

  @Test
  public void eachFaultHasACodeOfItsOwn() throws Exception {
    Map<String, SourceException> found = new LinkedHashMap<>();
    found.put("unknown host", failureAt("http://no-such-host.invalid"));
    found.put("nothing listens", failureAt("http://127.0.0.1:" + freePort()));
    found.put("no TLS", failureAt("https://127.0.0.1:" + plainServer()));
    found.put("proxy", failure(Reply.status(407)));
    found.put("log-in page", failure(Reply.html(200)));
    found.put("not JSON", failure(new Reply(200, List.of("Content-Type: a/b"), "x", How.WHOLE)));
    found.put("redirect", failure(Reply.status(302, "Location: https://login.example.com/x?y=z")));
    found.put("token", failure(Reply.status(401)));
    found.put("right", failure(Reply.status(403)));
    found.put("not Okta", failure(Reply.status(404)));
    found.put("rate limit", failure(Reply.status(429)));
    found.put("server error", failure(Reply.status(503)));
    found.put("silence", failure(Reply.json("[]").sent(How.SILENT)));
    found.put("cut off", failure(Reply.json("[{\"id\":\"00u1\"}]").sent(How.CUT)));
    found.put("malformed", failure(Reply.json("[{\"id\"=1}]")));
    found.put("no list", failure(Reply.json("{}")));
    found.put("refused", failure(Reply.status(405)));
    found.put("elsewhere", failure(linkTo("https://elsewhere.example.com/api/v1/users")));
    Map<String, String> codes = new LinkedHashMap<>();
    found.forEach((fault, e) -> codes.put(fault, e.problem().code()));
    assertEquals(codes.toString(), codes.size(), new HashSet<>(codes.values()).size());
    assertEquals(OktaErrorTranslator.UNKNOWN_HOST, codes.get("unknown host"));
    assertEquals(OktaErrorTranslator.UNREACHABLE, codes.get("nothing listens"));
    assertEquals(OktaErrorTranslator.TLS, codes.get("no TLS"));
    assertEquals(OktaErrorTranslator.TIMEOUT, codes.get("silence"));
    assertEquals(OktaErrorTranslator.BROKEN_BODY, codes.get("cut off"));
    assertEquals(OktaErrorTranslator.MALFORMED_JSON, codes.get("malformed"));
    assertEquals(Kind.DENIED, found.get("token").kind());
    assertEquals(Kind.DENIED, found.get("right").kind());
    assertEquals(Kind.RETRY_AFTER, found.get("rate limit").kind());
    assertEquals(Kind.FATAL, found.get("log-in page").kind());
    found.forEach(ErrorCodesTest::assertTellsNoSecret);
  }

  @Test
  public void aPageForbiddenByAProxyIsNotOktasWord() {
    assertEquals(OktaErrorTranslator.HTML, failure(Reply.html(403)).problem().code());
  }

  @Test
  public void anAnswerThatNeverEndsIsATimeout() {
    Reply endless = Reply.json("[" + "{\"id\":\"00u1\"},".repeat(10)).sent(How.HANGING);
    assertEquals(OktaErrorTranslator.TIMEOUT, failure(endless).problem().code());
  }

  @Test
  public void theTokenIsNotSentElsewhere() {
    RawServer elsewhere = opened(new RawServer(request -> Reply.json("[]")));
    String other = "http://localhost:" + elsewhere.port();
    assertEquals(
        OktaErrorTranslator.FOREIGN_LINK, failure(linkTo(other + "/users")).problem().code());
    assertEquals(
        OktaErrorTranslator.REDIRECT,
        failure(Reply.status(307, "Location: " + other + "/users")).problem().code());
    assertEquals(List.of(), elsewhere.requests());
  }

  private SourceException failure(Reply reply) {
    org.fail("/api/v1/users", Collections.nCopies(ATTEMPTS, reply).toArray(Reply[]::new));
    try {
      return failureAt(org.url(), patienceFor(reply));
    } finally {
      org.forgetFaults();
    }
  }

  private SourceException failureAt(String url) {
    return failureAt(url, CALM);
  }

  private SourceException failureAt(String url, Patience patience) {
    try (OktaIdentitySource source = source(url, patience)) {
      return assertThrows(
          SourceException.class, () -> source.read(ALL, spool(), stop, Progress.NONE));
    }
  }

  private static Reply linkTo(String target) {
    return Reply.json("[{\"id\":\"00u1\"}]").with("Link: <" + target + ">; rel=\"next\"");
  }

  private static void assertTellsNoSecret(String fault, SourceException e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    String told = trace + e.problem().toString() + e;
    assertFalse(fault + " tells the token", told.contains(PoorOrg.TOKEN));
    assertFalse(fault + " tells a query", told.contains("y=z"));
  }

  /** A server that speaks first, and no TLS. */
  private int plainServer() throws Exception {
    ServerSocket listener = opened(new ServerSocket(0, 9, InetAddress.getLoopbackAddress()));
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!listener.isClosed()) {
                  listener.accept().getOutputStream().write(RawServer.bytes("220 hello\r\n\r\n"));
                }
              } catch (IOException e) {
                // The test is over.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
    return listener.getLocalPort();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
