package org.oktasync.devkit.host.osgi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Felix with the Spring and Gemini Blueprint bundles that build the contexts of add-ons. */
public final class OsgiFramework implements AutoCloseable {
  /** What Atlassian's framework delegates to the host's class path by default. */
  private static final String BOOT_DELEGATION =
      "weblogic.*,META-INF.services,com.yourkit.*,com.jprofiler.*,org.apache.xerces.*";

  /** One class of each framework bundle; the jars are found through them. */
  private static final List<String> FRAMEWORK_BUNDLES =
      List.of(
          "org.aopalliance.aop.Advice",
          "org.springframework.core.SpringVersion",
          "org.springframework.beans.BeansException",
          "org.springframework.aop.Pointcut",
          "org.springframework.expression.Expression",
          "org.springframework.context.ApplicationContext",
          "org.eclipse.gemini.blueprint.io.OsgiBundleResource",
          "org.eclipse.gemini.blueprint.context.BundleContextAware",
          "org.eclipse.gemini.blueprint.extender.OsgiApplicationContextCreator");

  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;

  private OsgiFramework(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts the framework without any add-on.
   *
   * @param cache folder for its files, emptied at every start
   */
  public static OsgiFramework start(Path cache) throws BundleException {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK);
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, BOOT_DELEGATION);
    // The default would quietly find classes on the host's class path and so hide missing imports.
    settings.put("felix.bootdelegation.implicit", "false");
    settings.put("felix.log.level", "1");
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ExportedPackages.asHeader());
    Framework framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    return new OsgiFramework(framework);
  }

  /** The context of the system bundle: services registered here belong to the host. */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** Starts Spring and Gemini. Call it after the host's services are registered. */
  public void startContainers() throws BundleException, IOException, ClassNotFoundException {
    List<Bundle> bundles = new ArrayList<>();
    for (String name : FRAMEWORK_BUNDLES) {
      Class<?> anchor = Class.forName(name, false, OsgiFramework.class.getClassLoader());
      bundles.add(context().installBundle("reference:" + locationOf(anchor)));
    }
    bundles.add(
        context().installBundle("scanner", new ByteArrayInputStream(ScannerBundle.assemble())));
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  /** Installs a jar or an exploded folder in place, without starting it. */
  public Bundle install(Path jarOrFolder) throws BundleException {
    return context().installBundle("reference:" + jarOrFolder.toAbsolutePath().toUri());
  }

  /** The jar or folder of the host's class path that holds the class. */
  static URI locationOf(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(STOP_MILLIS);
  }
}
