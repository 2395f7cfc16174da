package org.oktasync.trigger;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.user.LoginEvent;
import com.atlassian.jira.user.ApplicationUser;
import java.util.function.Consumer;

/**
 * Hears who signs in on this node. Jira publishes the event on the thread of the login, so that
 * whoever is told must return at once.
 */
public final class LoginListener {
  private final EventPublisher events;
  private final Consumer<String> signedIn;

  /**
   * @param signedIn gets the user name of whoever signed in
   */
  public LoginListener(EventPublisher events, Consumer<String> signedIn) {
    this.events = events;
    this.signedIn = signedIn;
  }

  /** From now on logins are heard. */
  public void start() {
    events.register(this);
  }

  /** Logins are no longer heard. */
  public void stop() {
    events.unregister(this);
  }

  /** Somebody signed in; called by Jira. */
  @EventListener
  public void onLogin(LoginEvent event) {
    ApplicationUser user = event.getUser();
    if (user != null) {
      signedIn.accept(user.getUsername());
    }
  }
}
