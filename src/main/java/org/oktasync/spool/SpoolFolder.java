package org.oktasync.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the files of spools in one folder, readable and writable by their owner alone, and deletes
 * them all when closed. Safe for use by many threads.
 */
public final class SpoolFolder implements AutoCloseable {
  private final Path folder;
  private final Set<Path> files = new HashSet<>();
  private boolean closed;

  /** A folder that exists; files of others in it are left alone. */
  public SpoolFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A new, empty file.
   *
   * @param label begins the file's name
   * @throws UncheckedIOException when it cannot be made or the folder is closed
   */
  synchronized Path newFile(String label) {
    try {
      if (closed) {
        throw new IOException("the spool in " + folder + " is closed");
      }
      Path file = Files.createTempFile(folder, label + "-", ".spool", privateToOwner());
      files.add(file);
      return file;
    } catch (IOException e) {
      throw failure("cannot make a file in " + folder, e);
    }
  }

  /** Deletes a file made here, before the folder is closed. */
  synchronized void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      files.remove(file);
    } catch (IOException e) {
      throw failure("cannot delete " + file, e);
    }
  }

  /**
   * Deletes every file made here; more than one call does no harm.
   *
   * @throws UncheckedIOException when a file cannot be deleted, after all others were
   */
  @Override
  public synchronized void close() {
    closed = true;
    UncheckedIOException failed = null;
    for (Path file : Set.copyOf(files)) {
      try {
        delete(file);
      } catch (UncheckedIOException e) {
        if (failed != null) {
          e.addSuppressed(failed);
        }
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /** A failure of a spool, with its cause in the message, for people read messages. */
  static SpoolException failure(String what, IOException cause) {
    return new SpoolException(what, cause);
  }

  private FileAttribute<?>[] privateToOwner() {
    FileSystem system = folder.getFileSystem();
    if (!system.supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
