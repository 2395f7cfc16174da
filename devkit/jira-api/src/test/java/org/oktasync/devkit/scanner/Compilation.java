package org.oktasync.devkit.scanner;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources held in memory with the processor, against earlier output as Maven does. */
final class Compilation {
  private static final Pattern TYPE = Pattern.compile("(?m)^.*?\\b(?:class|interface) (\\w+)");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** The errors, one a line; empty when it compiled. */
  String run(Path output, String... sources) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      String classPath = output + File.pathSeparator + System.getProperty("java.class.path");
      List<String> options = List.of("-d", output.toString(), "-cp", classPath);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              options,
              null,
              Arrays.stream(sources).map(Source::new).toList());
      task.setProcessors(List.of(new IndexProcessor()));
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .collect(Collectors.joining("\n"));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///a/" + typeName(text) + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    private static String typeName(String text) {
      Matcher matcher = TYPE.matcher(text);
      if (!matcher.find()) {
        throw new IllegalArgumentException("No type in: " + text);
      }
      return matcher.group(1);
    }
  }
}
