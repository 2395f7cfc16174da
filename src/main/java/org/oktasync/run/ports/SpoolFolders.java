package org.oktasync.run.ports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.oktasync.spool.SpoolException;

/**
 * Private folders for what a run reads. They hold personal data, so they are readable by Jira's own
 * account alone, deleted when the run ends, and leftovers of a dead node at the next start.
 */
public final class SpoolFolders {
  private final Path root;

  /**
   * @param root a folder of this node alone; made when missing
   */
  public SpoolFolders(Path root) {
    this.root = root;
  }

  /**
   * A new, empty folder that nobody else can read.
   *
   * @throws SpoolException when there is no room or no right to
   */
  public Path create() {
    try {
      Files.createDirectories(root);
      Path folder = Files.createTempDirectory(root, "run-");
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return folder;
    } catch (IOException e) {
      throw new SpoolException("cannot make a folder under " + root, e);
    }
  }

  /** Deletes a folder and everything in it. */
  public void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException e) {
      throw new SpoolException("cannot delete " + folder, e);
    }
  }

  /** Deletes what a node that died left behind; only while no run is under way on this node. */
  public void deleteLeftovers() {
    if (Files.isDirectory(root)) {
      delete(root);
    }
  }

  /** Deletes from the leaves up. */
  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
