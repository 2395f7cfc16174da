package org.oktasync.devkit.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.oktasync.devkit.host.ao.AoDatabase;
import org.oktasync.devkit.host.assets.AssetsFaults;
import org.oktasync.devkit.host.cluster.DatabaseClusterLocks;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.osgi.OsgiFramework;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.users.JiraUsers;
import org.oktasync.devkit.host.web.FrontServlet;
import org.oktasync.devkit.host.web.WebServer;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node of the stand-in for Jira, with at most one add-on. */
public final class Host implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Host.class);
  private static final long POLL_MILLIS = 1_000;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(Host::daemon);
  private HostDatabase database;
  private String baseUrl;
  private Platform platform;
  private PluginLifecycle lifecycle;
  private InstalledPlugin plugin;
  private boolean enabled;

  private Host() {}

  /**
   * Starts a node and its add-on. An empty database first gets the accounts {@code admin} (system
   * administrator) and {@code fred} (licensed user), whose passwords are their names.
   *
   * @throws Exception naming the cause when a part cannot start; what was started is stopped again
   */
  public static Host start(HostOptions options) throws Exception {
    Host host = new Host();
    try {
      host.run(options);
      return host;
    } catch (Exception e) {
      host.closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  private void run(HostOptions options) throws Exception {
    Path home = Files.createDirectories(options.home());
    Files.createDirectories(options.sharedHome().resolve("data"));
    database = started(HostDatabase.open(options.database()));
    FrontServlet front = new FrontServlet();
    WebServer server =
        started(new WebServer(options.port(), options.nodeId(), home.resolve("tomcat"), front));
    baseUrl = "http://localhost:" + server.start() + WebServer.CONTEXT;
    OsgiFramework osgi = started(OsgiFramework.start(home.resolve("felix")));
    platform = database.alone(() -> new Platform(options, database, baseUrl));
    every(DatabaseClusterLocks.HEARTBEAT.toMillis(), platform.locks::heartbeat);
    started(platform.workers);
    PluginServices services =
        new PluginServices(platform, new AoDatabase(database), osgi.context());
    services.register();
    osgi.startContainers();
    WebSite site = new WebSite(platform, options, front.getServletContext());
    lifecycle = new PluginLifecycle(osgi, platform, services, site);
    if (options.plugin() != null) {
      plugin = lifecycle.install(options.plugin());
      enable();
    }
    front.open(site.front());
    every(POLL_MILLIS, platform.scheduler::poll);
    if (platform.mail != null) {
      every(POLL_MILLIS, platform.mail::drain);
    }
  }

  /** Remembers to stop it: the last thing started is the first to stop. */
  private <T extends AutoCloseable> T started(T part) {
    started.push(part);
    return part;
  }

  private void every(long millis, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.error("The host's clockwork failed and goes on", e);
          }
        };
    ScheduledFuture<?> unused =
        clockwork.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "host-clockwork");
    thread.setDaemon(true);
    return thread;
  }

  /** Address of the site with its context path, without a slash at the end. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The database of this node; open until the host is closed. */
  public DataSource dataSource() {
    return database.source();
  }

  /** The installed add-on; null when the host runs alone. */
  public InstalledPlugin plugin() {
    return plugin;
  }

  /** A service of the platform, as an add-on would import it; null when there is none. */
  public <T> T service(Class<T> type) {
    return type.cast(platform.services().get(type));
  }

  /** The directories, users and groups. */
  public JiraUsers users() {
    return platform.users;
  }

  /** What goes wrong with Assets on demand on this node, and whether the app is in service. */
  public AssetsFaults assetsFaults() {
    return platform.assets.faults();
  }

  /** Runs the due jobs now, by the host's clock, instead of within the next second. */
  public void pollJobs() {
    platform.scheduler.poll();
  }

  /** Enables the add-on; nothing happens when it is enabled. */
  public synchronized void enable() {
    if (!enabled) {
      lifecycle.enable(plugin);
      enabled = true;
    }
  }

  /** Disables the add-on; nothing happens when it is disabled. */
  public synchronized void disable() {
    if (enabled) {
      enabled = false;
      lifecycle.disable(plugin);
    }
  }

  /** Puts another build of the add-on in the place of the present one. */
  public synchronized void reinstall(Path jarOrFolder) throws BundleException {
    disable();
    if (plugin != null) {
      plugin.bundle().uninstall();
    }
    plugin = lifecycle.install(jarOrFolder);
    enable();
  }

  /** Stops the add-on, then everything else. The data stay. */
  @Override
  public void close() throws Exception {
    disable();
    clockwork.shutdownNow();
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }

  /**
   * Runs a node until the process is asked to end. Prints one line when everything answers.
   *
   * @param args the options; an unknown one prints all of them
   */
  public static void main(String[] args) throws Exception {
    Host host = start(CommandLine.parse(args));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host, stopped), "host-stop"));
    System.out.println("READY " + host.baseUrl() + " user=admin password=admin");
    stopped.await();
  }

  private static void stop(Host host, CountDownLatch stopped) {
    try {
      host.close();
    } catch (Exception e) {
      log.error("The host did not stop cleanly", e);
    } finally {
      stopped.countDown();
    }
  }
}
