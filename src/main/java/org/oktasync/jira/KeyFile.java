package org.oktasync.jira;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A file that holds a key and that nobody but the owner can read. Several nodes may make it at the
 * same moment: each writes a draft of its own and links it to the final name, which only the first
 * can; so the file is whole from the moment that it exists, and never replaced.
 */
final class KeyFile {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path file;
  private final SecureRandom random;

  KeyFile(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  /** The key; empty when the file does not exist. */
  Optional<byte[]> read() throws IOException {
    byte[] key;
    try {
      restrict();
      key = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (key.length != BYTES) {
      throw new IOException(
          file + " holds " + key.length + " bytes and not " + BYTES + ": restore it from a backup");
    }
    return Optional.of(key);
  }

  /** The key, made when the file does not exist. */
  byte[] readOrMake() throws IOException {
    Optional<byte[]> key = read();
    if (key.isPresent()) {
      return key.get();
    }
    make();
    return read().orElseThrow(() -> new NoSuchFileException(file.toString()));
  }

  /** Deletes the file; nothing happens when there is none. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private void make() throws IOException {
    Files.createDirectories(file.getParent(), attributes(OWNER_FOLDER));
    Path draft = file.resolveSibling(file.getFileName() + "." + HexFormat.of().formatHex(bytes(8)));
    try {
      writeNew(draft, bytes(BYTES));
      publish(draft);
    } catch (FileAlreadyExistsException e) {
      return; // another node was first: its key is the key
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException e) {
      writeNew(file, Files.readAllBytes(draft));
    }
  }

  private void writeNew(Path target, byte[] content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(target, options, attributes(OWNER_FILE))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Takes from others what somebody may have given them, by copying the file for instance. */
  private void restrict() throws IOException {
    if (posix() && !OWNER_FILE.equals(Files.getPosixFilePermissions(file))) {
      Files.setPosixFilePermissions(file, OWNER_FILE);
    }
  }

  private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return posix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private boolean posix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
