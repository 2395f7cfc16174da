package org.oktasync.devkit.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of the devkit in a process of its own, which can be killed and started again. */
final class ServerProcess {
  private static final String READY = "READY ";
  private static final long STOP_SECONDS = 60;

  private final Path log;
  private final List<String> command = new ArrayList<>();
  private Process process;

  /**
   * @param log takes what the process prints; the last line of READY says that it answers
   * @param options of the virtual machine
   * @param words arguments of the main method
   */
  ServerProcess(Class<?> main, Path log, String[] options, String... words) {
    this.log = log;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(words));
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it; {@link #ready} waits until it answers. */
  void start() {
    try {
      Files.deleteIfExists(log);
      File file = log.toFile();
      process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it answers, and gives the line that says so, without its first word. */
  String ready() {
    return Await.until("READY in " + log, this::readyLine, Optional::isPresent).orElseThrow();
  }

  private Optional<String> readyLine() {
    List<String> lines = lines();
    if (!process.isAlive()) {
      throw new AssertionError("the process ended while starting: " + String.join("\n", lines));
    }
    return lines.stream()
        .filter(line -> line.startsWith(READY))
        .map(line -> line.substring(READY.length()))
        .findFirst();
  }

  private List<String> lines() {
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and ends it when it does not. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
