package org.oktasync.devkit.it;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Looks at what another virtual machine keeps: the heap that is in use right after a collection, at
 * its most. It asks for collections, but only so often that they take a twentieth of the time.
 */
final class HeapWatch implements AutoCloseable {
  private static final long SHARE = 20;
  private static final long LEAST_NANOS = 200_000_000;

  /** What virtual machines call the collector that leaves no garbage behind. */
  private static final Pattern WHOLE_HEAP = Pattern.compile("Old|MarkSweep");

  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final GarbageCollectorMXBean collector;
  private final Set<String> pools;
  private final Thread thread;
  private volatile boolean ended;
  private volatile long most;

  /**
   * Begins to look.
   *
   * @param port where the machine answers, see {@link #options}
   */
  @SuppressWarnings("BanJNDI") // the other end is a process that this one has started
  HeapWatch(int port) throws IOException {
    String address = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
    MBeanServerConnection server = connector.getMBeanServerConnection();
    memory =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    collector =
        ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class).stream()
            .filter(one -> WHOLE_HEAP.matcher(one.getName()).find())
            .findFirst()
            .orElseThrow();
    pools =
        ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    thread = new Thread(this::look, "heap-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** What the machine must be started with. */
  static String[] options(int port) {
    return new String[] {
      "-Dcom.sun.management.jmxremote.port=" + port,
      "-Dcom.sun.management.jmxremote.rmi.port=" + port,
      "-Dcom.sun.management.jmxremote.host=127.0.0.1",
      "-Djava.rmi.server.hostname=127.0.0.1",
      "-Dcom.sun.management.jmxremote.authenticate=false",
      "-Dcom.sun.management.jmxremote.ssl=false"
    };
  }

  private void look() {
    while (!ended) {
      long begin = System.nanoTime();
      long now = live();
      most = Math.max(most, now);
      LockSupport.parkNanos(Math.max(LEAST_NANOS, SHARE * (System.nanoTime() - begin)));
    }
  }

  /**
   * As the collector of the whole heap counted it: a moment later the machine has made new garbage,
   * and collections of young objects leave old garbage behind.
   */
  private synchronized long live() {
    memory.gc();
    GcInfo last = collector.getLastGcInfo();
    return last.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  /** MiB in use now. */
  double now() {
    return mebibytes(live());
  }

  private static double mebibytes(long bytes) {
    return bytes / 1048576.0;
  }

  /** Forgets what was; the most counts from now on. */
  void begin() {
    most = live();
  }

  /** The most MiB that were in use since {@link #begin}. */
  double most() {
    return mebibytes(Math.max(most, live()));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    ended = true;
    LockSupport.unpark(thread);
    thread.join();
    connector.close();
  }
}
