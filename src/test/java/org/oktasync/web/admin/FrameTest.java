package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** The pages work under a policy that forbids inline script, handlers and styles. */
public class FrameTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>|<script[^>]*>\\s*[^<\\s]");
  private static final Pattern INLINE_HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
  private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle\\s*=|javascript:");

  /** Ways by which data could become markup or code, or style could be written as text. */
  private static final Pattern MARKUP_FROM_DATA =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
              + "|createContextualFragment|DOMParser|srcdoc|['\"]style['\"]|cssText");

  /** Calls of methods, which Jira allows for texts and maps only and templates do not need. */
  private static final Pattern CALL = Pattern.compile("\\$!?\\{?\\w+\\.|#set|#foreach");

  private static List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat("files in " + folder, found.isEmpty(), is(false));
      return found;
    }
  }

  private static List<String> hits(List<Path> files, Pattern pattern) throws IOException {
    List<String> hits = new ArrayList<>();
    for (Path file : files) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        hits.add(file + ": " + matcher.group());
      }
    }
    return hits;
  }

  @Test
  public void templates_haveNoInlineScriptHandlerOrStyle() throws IOException {
    List<Path> templates = files("templates", ".vm");
    assertThat(hits(templates, INLINE_SCRIPT), is(List.of()));
    assertThat(hits(templates, INLINE_HANDLER), is(List.of()));
    assertThat(hits(templates, INLINE_STYLE), is(List.of()));
  }

  @Test
  public void templates_showPlainValuesAlone() throws IOException {
    assertThat(hits(files("templates", ".vm"), CALL), is(List.of()));
  }

  @Test
  public void scripts_neverMakeMarkupFromText() throws IOException {
    assertThat(hits(files("js", ".js"), MARKUP_FROM_DATA), is(List.of()));
  }

  @Test
  public void scripts_importOneAnotherByRelativePathsThatExist() throws IOException {
    Pattern imports = Pattern.compile("(?:from |import\\()'([^']+)'");
    List<String> missing = new ArrayList<>();
    for (Path file : files("js", ".js")) {
      Matcher matcher = imports.matcher(Files.readString(file));
      while (matcher.find()) {
        String target = matcher.group(1);
        boolean relative = target.startsWith("./") || target.startsWith("../");
        if (!relative || !Files.exists(file.resolveSibling(target))) {
          missing.add(file + " imports " + target);
        }
      }
    }
    assertThat(missing, is(List.of()));
  }
}
