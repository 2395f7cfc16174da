package org.oktasync.devkit.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wire between a client and a server: passes everything on, counts what the client says, and
 * calls somebody at a chosen word. A word is what the client sends in one piece.
 */
final class Wire implements AutoCloseable {
  private static final int LONGEST_PIECE = 1 << 16;

  /**
   * Somebody to be called.
   *
   * @param word which word they wait for, beginning with 1
   * @param delivered whether the server still hears this word
   * @param call what is done then, before anything more is passed on by this connection
   */
  record Alarm(long word, boolean delivered, Runnable call) {
    static final Alarm NONE = new Alarm(Long.MAX_VALUE, true, () -> {});
  }

  private final ServerSocket door;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
  private final AtomicLong words = new AtomicLong();
  private volatile String first = "";
  private volatile Alarm alarm = Alarm.NONE;

  /** A wire to a server on a port of this machine. */
  Wire(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0);
    Future<?> unused = threads.submit(this::open);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "wire");
    thread.setDaemon(true);
    return thread;
  }

  /** Where clients find the server. */
  int port() {
    return door.getLocalPort();
  }

  /** How many words there were since the counting began. */
  long words() {
    return words.get();
  }

  /**
   * Begins to count anew.
   *
   * @param from the first word that counts is the next one with this text in it
   */
  void count(String from, Alarm next) {
    alarm = Alarm.NONE;
    words.set(0);
    first = from;
    alarm = next;
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        Future<?> there = threads.submit(() -> pass(client, behind, true));
        Future<?> back = threads.submit(() -> pass(behind, client, false));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] piece = new byte[LONGEST_PIECE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        Alarm set = alarm;
        boolean due = counted && counts(piece, length) && words.incrementAndGet() == set.word;
        if (!due || set.delivered) {
          out.write(piece, 0, length);
        }
        if (due) {
          set.call.run();
        }
      }
    } catch (IOException e) {
      // One end is gone: the other end is closed here, which is all that it can be told.
    }
  }

  private boolean counts(byte[] piece, int length) {
    return words.get() > 0
        || new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(first);
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
