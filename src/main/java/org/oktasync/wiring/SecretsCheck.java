package org.oktasync.wiring;

import java.util.List;
import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.Message;

/** Looks whether the secrets that are stored can be opened, and new ones could be stored. */
final class SecretsCheck {
  private final SettingsStore settings;
  private final SecretStore secrets;

  SecretsCheck(SettingsStore settings, SecretStore secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** What is wrong; empty when nothing is. Makes no key while there are secrets of an older one. */
  Optional<Message> problem() {
    List<Connection> sealed =
        settings.connections().stream().filter(each -> !each.secrets().isEmpty()).toList();
    List<String> unreadable =
        sealed.stream()
            .filter(connection -> !opens(connection))
            .map(connection -> connection.settings().name())
            .toList();
    if (!unreadable.isEmpty()) {
      return Optional.of(Message.of("token-unreadable-of", String.join(", ", unreadable)));
    }
    Secret probe = new Secret("probe");
    boolean same =
        !sealed.isEmpty() || secrets.open(secrets.seal(probe)).reveal().equals(probe.reveal());
    return same ? Optional.empty() : Optional.of(Message.of("token-unreadable"));
  }

  private boolean opens(Connection connection) {
    return connection.secrets().stream().allMatch(secret -> secrets.opens(secret.sealed()));
  }
}
