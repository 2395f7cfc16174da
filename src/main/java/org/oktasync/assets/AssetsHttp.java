package org.oktasync.assets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;

/**
 * Sends single requests, with the JVM's proxy and trust settings; follows no redirect and keeps no
 * cookie. One serves the whole product; safe for many threads.
 */
public final class AssetsHttp {
  /** A page of a hundred objects with a hundred references each is far below. */
  static final int LONGEST_BODY = 64 * 1024 * 1024;

  private static final long LOOK_MS = 200;

  private final HttpPatience patience;
  private final HttpClient client;
  private final ProxyLogin proxyLogin = new ProxyLogin(ProxySelector.getDefault());

  /**
   * @param threads do the work of connections; they must see the product's own classes, not those
   *     of whoever happens to call first
   */
  public AssetsHttp(HttpPatience patience, Executor threads) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .proxy(ProxySelector.getDefault())
            .executor(threads)
            .build();
  }

  /**
   * The answer to a request, whatever its status.
   *
   * @param stop ends the waiting at once
   * @throws IOException when no answer came, or it did not come whole
   */
  AssetsAnswer send(URI address, HttpRequest.Builder request, StopSignal stop) throws IOException {
    proxyLogin.header(address).ifPresent(login -> request.header("Proxy-Authorization", login));
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(
            request.uri(address).timeout(patience.silence()).build(),
            head -> new LimitedBody(LONGEST_BODY));
    try {
      HttpResponse<byte[]> response = await(coming, stop);
      return new AssetsAnswer(response.statusCode(), response.headers(), response.body());
    } finally {
      coming.cancel(true);
    }
  }

  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> coming, StopSignal stop) throws IOException {
    for (long left = patience.whole().toMillis(); left > 0; left -= LOOK_MS) {
      stop.check();
      try {
        return coming.get(Math.min(LOOK_MS, left), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet there: look for a stop, then wait on.
        continue;
      } catch (ExecutionException e) {
        throw thrown(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoppedException();
      }
    }
    throw new HttpTimeoutException("the answer took too long");
  }

  private static IOException thrown(Throwable cause) {
    if (cause instanceof IOException e) {
      return e;
    }
    IOException broken = new InterruptedIOException("the request broke off");
    broken.initCause(cause);
    return broken;
  }
}
