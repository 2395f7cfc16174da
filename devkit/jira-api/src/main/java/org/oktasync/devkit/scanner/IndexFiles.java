package org.oktasync.devkit.scanner;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The index files in the class output. */
final class IndexFiles {
  private static final String FOLDER = "META-INF/plugin-components/";

  private final Filer filer;
  private final Messager messager;

  IndexFiles(Filer filer, Messager messager) {
    this.filer = filer;
    this.messager = messager;
  }

  /** The lines that an earlier compilation left; none when there is no file. */
  List<String> read(String name) {
    try {
      CharSequence content = existing(name).getCharContent(true);
      return content.toString().lines().filter(line -> !line.isBlank()).toList();
    } catch (FileNotFoundException | NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      messager.printMessage(Kind.ERROR, "Cannot read " + FOLDER + name + ": " + e);
      return List.of();
    }
  }

  /** Replaces the file; deletes it when there are no lines. */
  void write(String name, Collection<String> lines) {
    try {
      if (lines.isEmpty()) {
        // The filer's own delete() refuses.
        Files.deleteIfExists(Path.of(existing(name).toUri()));
        return;
      }
      FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name);
      try (OutputStream out = file.openOutputStream()) {
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      messager.printMessage(Kind.ERROR, "Cannot write " + FOLDER + name + ": " + e);
    }
  }

  private FileObject existing(String name) throws IOException {
    return filer.getResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name);
  }
}
