package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.modeler.Registry;

/** Tomcat on the loopback address, with one servlet below {@code /jira}. */
public final class WebServer implements AutoCloseable {
  /** The context path of the site. */
  public static final String CONTEXT = "/jira";

  // java.util.logging forgets loggers that nobody holds, and their levels with them.
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();

  /**
   * Prepares the server without starting it.
   *
   * @param port 0 takes a free one
   * @param nodeId null without a cluster
   */
  public WebServer(int port, String nodeId, Path work, HttpServlet front) throws IOException {
    TOMCAT_LOG.setLevel(Level.WARNING);
    // Felix owns the one handler factory that a JVM may have.
    TomcatURLStreamHandlerFactory.disable();
    // Nobody looks, and two nodes in one process would quarrel over the names.
    Registry.disableRegistry();
    tomcat.setBaseDir(Files.createDirectories(work).toString());
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setURIEncoding("UTF-8");
    // Otherwise a port that is taken would only be a line in the log.
    tomcat.getConnector().setThrowOnFailure(true);
    StandardContext context =
        (StandardContext)
            tomcat.addContext(CONTEXT, Files.createDirectories(work.resolve("empty")).toString());
    // These look into the JDK by reflection, which Java 17 answers with warnings.
    context.setClearReferencesObjectStreamClassCaches(false);
    context.setClearReferencesRmiTargets(false);
    context.setClearReferencesThreadLocals(false);
    StandardManager sessions = new StandardManager();
    sessions.setPathname("");
    context.setManager(sessions);
    if (nodeId != null) {
      // A browser sends the cookies of one host to all its ports.
      context.setSessionCookieName("JSESSIONID." + nodeId);
    }
    context.getPipeline().addValve(new AbortValve());
    Wrapper wrapper = Tomcat.addServlet(context, "front", front);
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded("/*", "front");
  }

  /** Ends the connection of a request at once, without an answer. */
  public static void abort(HttpServletRequest request) {
    ((Runnable) request.getAttribute(AbortValve.ATTRIBUTE)).run();
  }

  /**
   * Starts serving.
   *
   * @return the port
   * @throws LifecycleException when the port is taken
   */
  public int start() throws LifecycleException {
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
