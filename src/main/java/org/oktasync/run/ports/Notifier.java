package org.oktasync.run.ports;

import java.util.Optional;
import org.oktasync.model.Message;

/** Sends notices by mail. There may be no way to do so; nothing depends on it. */
public interface Notifier {
  /** Hands a notice over to be sent; what goes wrong is logged and never thrown. */
  void send(Notice notice);

  /** Why no notice can be sent, with cause and remedy; empty when all is well. */
  Optional<Message> problem();
}
