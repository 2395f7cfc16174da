package org.oktasync.okta;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds HTTP clients that use the JVM's proxy and trust settings, ask for compressed answers, and
 * do nothing unasked: no redirects, no retries, no cookies.
 */
final class OktaHttpClients {
  /** Single look-ups run beside the threads of a reading. */
  private static final int SPARE_CONNECTIONS = 4;

  private OktaHttpClients() {}

  static CloseableHttpClient build(Patience patience, int concurrency) {
    return HttpClientBuilder.create()
        .useSystemProperties()
        .setConnectionManager(connections(patience, concurrency + SPARE_CONNECTIONS))
        .setDefaultRequestConfig(requestConfig(patience))
        .setUserAgent("okta-sync-for-jira")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(Patience patience, int size) {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(patience.connect()))
            .setSocketTimeout(Timeout.of(patience.silence()))
            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
            .setTimeToLive(TimeValue.ofMinutes(5))
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .useSystemProperties()
        .setConnectionFactory(QuietConnection::new)
        .setMaxConnPerRoute(size)
        .setMaxConnTotal(size)
        .setDefaultConnectionConfig(connection)
        .build();
  }

  private static RequestConfig requestConfig(Patience patience) {
    return RequestConfig.custom()
        .setResponseTimeout(Timeout.of(patience.silence()))
        .setConnectionRequestTimeout(Timeout.of(patience.whole()))
        .build();
  }
}
