package org.oktasync.okta;

import com.okta.sdk.cache.Caches;
import com.okta.sdk.resource.client.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.oktasync.control.StopSignal;

/**
 * Sends single requests to one organisation. Authentication and connections are the Okta SDK's; its
 * cache, its retries and its models are not used. Safe for use by many threads.
 */
final class OktaTransport implements AutoCloseable {
  /** Leaves out what is slow for Okta to compute and of no use here. */
  private static final String SLIM =
      "application/json; okta-response=\"omitCredentials,omitCredentialsLinks,"
          + "omitTransitioningToStatus\"";

  private static final String AUTHENTICATION = "apiToken";

  private final ApiClient api;
  private final CloseableHttpClient http;
  private final CallWatch watch;

  OktaTransport(OktaAccess access, Patience patience) {
    this.http = OktaHttpClients.build(patience, access.concurrency());
    this.api = apiClient(access, http);
    this.watch = new CallWatch(patience.whole());
  }

  /**
   * Sends a GET request and hands the answer over, whatever its status.
   *
   * @param stop ends the request within half a second
   * @throws IOException when no answer came, it did not come whole, or the reader threw it
   */
  <T> T get(OktaRequest request, StopSignal stop, AnswerReader<T> reader) throws IOException {
    HttpGet get = new HttpGet(request.uri());
    headers().forEach(get::setHeader);
    get.setHeader("Accept", "application/json");
    if (request.slim()) {
      get.setHeader("Content-Type", SLIM);
    }
    try (CallWatch.Watched watched = watch.over(get::cancel, stop)) {
      try {
        return http.execute(get, response -> read(response, reader));
      } catch (IOException | RuntimeException e) {
        if (watched.expired()) {
          throw timeout(e);
        }
        throw e;
      }
    }
  }

  @Override
  public void close() {
    watch.close();
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SocketTimeoutException timeout(Exception cause) {
    SocketTimeoutException timeout = new SocketTimeoutException("the answer took too long");
    timeout.initCause(cause);
    return timeout;
  }

  private static <T> T read(ClassicHttpResponse response, AnswerReader<T> reader)
      throws IOException {
    InputStream body =
        response.getEntity() == null
            ? InputStream.nullInputStream()
            : response.getEntity().getContent();
    return reader.read(
        OktaAnswer.of(response), body == null ? InputStream.nullInputStream() : body);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    api.getAuthentication(AUTHENTICATION)
        .applyToParams(new ArrayList<>(), headers, new HashMap<>());
    return headers;
  }

  /**
   * The SDK's client, built by hand: its builder would read settings from files, environment and
   * system properties of the whole JVM.
   */
  private static ApiClient apiClient(OktaAccess access, CloseableHttpClient http) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The SDK finds its parts through the thread's class loader, which is not ours in a bundle.
    thread.setContextClassLoader(OktaTransport.class.getClassLoader());
    try {
      ApiClient client = new ApiClient(http, Caches.newDisabledCacheManager());
      client.setBasePath(access.baseUrl());
      client.setApiKeyPrefix("SSWS");
      client.setApiKey(access.token().reveal());
      return client;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
