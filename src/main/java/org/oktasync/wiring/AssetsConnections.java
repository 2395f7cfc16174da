package org.oktasync.wiring;

import com.atlassian.sal.api.UrlMode;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.oktasync.assets.AssetsAccess;
import org.oktasync.assets.AssetsHttp;
import org.oktasync.assets.HttpPatience;
import org.oktasync.assets.RestAssetsSite;
import org.oktasync.assets.RestAssetsTarget;
import org.oktasync.assets.RestSitePeople;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsUrl;
import org.oktasync.config.Connection;
import org.oktasync.config.SecretStore;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.jira.JiraSitePeople;
import org.oktasync.model.Message;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Opens Assets as the settings of a connection name it; all share one HTTP client. */
final class AssetsConnections implements AssetsSites {
  private final SecretStore secrets;
  private final Supplier<String> baseUrl;
  private final Supplier<SitePeople> people;
  private final Clock clock;
  private final Pacer pacer;
  private final AssetsHttp http;

  AssetsConnections(
      ComponentImports jira, SecretStore secrets, Executor threads, Clock clock, Pacer pacer) {
    this(
        threads,
        secrets,
        () -> jira.properties.getBaseUrl(UrlMode.CANONICAL),
        () -> new JiraSitePeople(jira.directories, jira.crowd, jira.jiraUsers),
        clock,
        pacer);
  }

  /**
   * @param threads do the work of connections
   * @param baseUrl this Jira's own address
   * @param people the people of this Jira
   */
  AssetsConnections(
      Executor threads,
      SecretStore secrets,
      Supplier<String> baseUrl,
      Supplier<SitePeople> people,
      Clock clock,
      Pacer pacer) {
    this.http = new AssetsHttp(HttpPatience.DEFAULT, threads);
    this.secrets = secrets;
    this.baseUrl = baseUrl;
    this.people = people;
    this.clock = clock;
    this.pacer = pacer;
  }

  @Override
  public AssetsTarget target(Connection connection, StopSignal stop) {
    String schema = connection.settings().assets().schemaId();
    if (schema.isEmpty()) {
      throw refused("assets-schema-missing");
    }
    return new RestAssetsTarget(access(connection), schema, http, clock, pacer, stop);
  }

  @Override
  public AssetsSite site(Connection connection, StopSignal stop) {
    return new RestAssetsSite(access(connection), http, pacer, stop);
  }

  @Override
  public SitePeople people(Connection connection, StopSignal stop) {
    return connection.settings().assets().isExternal()
        ? new RestSitePeople(access(connection), http, pacer, stop)
        : people.get();
  }

  @Override
  public String address(Connection connection) {
    AssetsSettings assets = connection.settings().assets();
    return assets.isExternal() ? assets.url() : withoutSlash(baseUrl.get());
  }

  @Override
  public Optional<Message> obstacle(Connection connection) {
    try {
      access(connection);
      return Optional.empty();
    } catch (TargetException e) {
      return Optional.of(e.problem());
    }
  }

  private AssetsAccess access(Connection connection) {
    AssetsSettings assets = connection.settings().assets();
    if (!connection.assetsToken().isSet()) {
      throw refused("assets-token-missing");
    }
    AssetsUrl url = AssetsUrl.parse(assets.url().isEmpty() ? baseUrl.get() : assets.url());
    url.problem()
        .ifPresent(
            problem -> {
              throw assets.url().isEmpty()
                  ? refused("assets-base-url-unusable", baseUrl.get())
                  : new TargetException(Kind.FATAL, problem, null);
            });
    try {
      return new AssetsAccess(
          url.url(), secrets.open(connection.assetsToken().sealed()), assets.writesPerMinute());
    } catch (SecretStore.SecretStoreException e) {
      throw new TargetException(Kind.FATAL, Message.of("assets-token-unreadable"), e);
    }
  }

  private static String withoutSlash(String url) {
    return url == null ? "" : url.replaceAll("/+$", "");
  }

  private static TargetException refused(String code, Object... arguments) {
    return new TargetException(Kind.FATAL, Message.of(code, arguments), null);
  }
}
