package org.oktasync.wiring;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.ScopeSettings;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;
import org.oktasync.control.Pacer;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.okta.OktaAccess;
import org.oktasync.okta.OktaIdentitySource;
import org.oktasync.okta.OktaRateLimiters;
import org.oktasync.okta.PersonAttributes;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.ports.SourceFactory;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;

/** Opens Okta organisations; connections to one organisation share one rate limit. */
final class OktaSources implements SourceFactory {
  private final SecretStore secrets;
  private final OktaRateLimiters limiters;
  private final Clock clock;
  private final Pacer pacer;
  private final SyncLog log;

  OktaSources(SecretStore secrets, Clock clock, Pacer pacer, SyncLog log) {
    this.secrets = secrets;
    this.limiters = new OktaRateLimiters(clock);
    this.clock = clock;
    this.pacer = pacer;
    this.log = log;
  }

  @Override
  public IdentitySource open(Connection connection) {
    ConnectionSettings settings = connection.settings();
    OktaAccess access =
        new OktaAccess(
            settings.baseUrl(),
            secretOf(connection),
            settings.source().rateShare(),
            settings.source().concurrency());
    Set<String> attributes = new HashSet<>(new ObjectRules(settings.assets()).attributesOfPeople());
    attributes.addAll(new RunRules(settings).mapping().paths());
    return new OktaIdentitySource(
        access,
        new PersonAttributes(attributes, application(settings.scope())),
        limiters,
        clock,
        pacer,
        () -> ThreadLocalRandom.current().nextDouble(),
        log);
  }

  private static Optional<String> application(ScopeSettings scope) {
    return Optional.of(scope.application())
        .filter(id -> scope.people().equals(ScopeSettings.APPLICATION));
  }

  @Override
  public Optional<Message> obstacle(Connection connection) {
    if (!connection.hasSecret()) {
      return Optional.of(Message.of("token-missing"));
    }
    return secrets.opens(connection.sealedSecret())
        ? Optional.empty()
        : Optional.of(Message.of("token-unreadable"));
  }

  private Secret secretOf(Connection connection) {
    if (!connection.hasSecret()) {
      throw new SourceException(SourceException.Kind.DENIED, Message.of("token-missing"), null);
    }
    try {
      return secrets.open(connection.sealedSecret());
    } catch (SecretStore.SecretStoreException e) {
      throw new SourceException(SourceException.Kind.FATAL, Message.of("token-unreadable"), e);
    }
  }
}
