package org.oktasync.wiring;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Named;
import org.oktasync.control.StopSignal;

/** What happens when Jira has started, and before it stops. */
@Named
@ExportAsService(LifecycleAware.class)
public final class Lifecycle implements LifecycleAware {
  private static final int LOOKS = 100;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Composition composition;

  @Inject
  public Lifecycle(Composition composition) {
    this.composition = composition;
  }

  /** Goes on with what was under way when the add-on was last stopped, on a thread of its own. */
  @Override
  public void onStart() {
    composition.folders().deleteLeftovers();
    composition.minuteJob().start();
    composition.loginListener().start();
    composition
        .threads()
        .runs
        .execute(() -> composition.runResumption().resumeDue(composition.clock().instant()));
  }

  /** Ends runs at their next safe point, and waits for that up to ten seconds. */
  @Override
  public void onStop() {
    composition.loginListener().stop();
    composition.minuteJob().stop();
    composition.launcher().shutDown();
    composition.schemaBuilds().shutDown();
    composition.differenceTasks().shutDown();
    StopSignal never = new StopSignal();
    for (int i = 0; i < LOOKS && !composition.launcher().idle(); i++) {
      composition.pacer().pause(BETWEEN_LOOKS, never);
    }
    if (!composition.launcher().idle()) {
      composition
          .log()
          .warn("A run did not end within ten seconds; its state will be put in order later");
    }
    composition.threads().shutDown();
  }
}
