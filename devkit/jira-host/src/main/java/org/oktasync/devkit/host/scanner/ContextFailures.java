package org.oktasync.devkit.host.scanner;

import java.util.Map;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextEvent;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextListener;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleContextFailedEvent;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Tells the host at once when a Spring context fails: it offers the cause as a service, the one
 * shape that both sides of OSGi understand. Runs in the scanner's bundle.
 */
public final class ContextFailures
    implements BundleActivator,
        OsgiBundleApplicationContextListener<OsgiBundleApplicationContextEvent> {
  /** Property with the symbolic name of the bundle whose context failed. */
  public static final String BUNDLE = "org.oktasync.devkit.host.failed";

  private BundleContext context;

  @Override
  public void start(BundleContext started) {
    context = started;
    context.registerService(OsgiBundleApplicationContextListener.class.getName(), this, null);
  }

  @Override
  public void stop(BundleContext stopped) {
    // The framework takes the service back.
  }

  @Override
  public void onOsgiApplicationEvent(OsgiBundleApplicationContextEvent event) {
    if (event instanceof OsgiBundleContextFailedEvent failed) {
      Map<String, String> properties = Map.of(BUNDLE, failed.getBundle().getSymbolicName());
      context.registerService(
          Throwable.class, failed.getFailureCause(), FrameworkUtil.asDictionary(properties));
    }
  }
}
