package org.oktasync.devkit.host.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.Route;

/**
 * Serves single files of web resources, batches of their scripts and styles, and AUI. A batch joins
 * whole files, as Jira's does: an ES module in it is a syntax error.
 */
public final class Downloads implements Route {
  private static final Pattern STATIC = Pattern.compile("/s/[^_].*?/_(/.*)");
  private static final Pattern BATCH =
      Pattern.compile("/download/batch/(css|js)/([^/]+)/batch\\.(css|js)");
  private static final Pattern SINGLE = Pattern.compile("/download/resources/([^/]+)/(.+)");
  private static final Pattern AUI = Pattern.compile("/aui/([A-Za-z0-9_./-]+)");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("js", "application/javascript;charset=UTF-8"),
          Map.entry("mjs", "application/javascript;charset=UTF-8"),
          Map.entry("json", "application/json;charset=UTF-8"),
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("txt", "text/plain;charset=UTF-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"));

  private final WebResources resources;

  /** Files are those of these modules. */
  public Downloads(WebResources resources) {
    this.resources = resources;
  }

  /** Whether the build put AUI on the class path. */
  public static boolean hasAui() {
    return Downloads.class.getResource("/aui/aui-prototyping.css") != null;
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    Matcher fixed = STATIC.matcher(path);
    boolean versioned = fixed.matches();
    String file = versioned ? fixed.group(1) : path;
    // An address with a version never changes its content; any other must be asked for each time.
    String caching = versioned ? "public, max-age=31536000" : "no-cache";
    Matcher batch = BATCH.matcher(file);
    if (batch.matches()) {
      response.setHeader("Cache-Control", caching);
      writeBatch(response, List.of(batch.group(2).split(",")), "." + batch.group(1));
      return true;
    }
    Optional<URL> single = find(file);
    if (single.isPresent()) {
      response.setHeader("Cache-Control", caching);
      write(response, single.get());
    }
    return single.isPresent();
  }

  private Optional<URL> find(String path) {
    Matcher single = SINGLE.matcher(path);
    if (single.matches()) {
      return resources.file(single.group(1), single.group(2));
    }
    Matcher aui = AUI.matcher(path);
    return aui.matches() && !path.contains("..") && !path.endsWith("/")
        ? Optional.ofNullable(Downloads.class.getResource(path))
        : Optional.empty();
  }

  private void writeBatch(HttpServletResponse response, List<String> keys, String suffix)
      throws IOException {
    response.setContentType(type(suffix));
    response.setHeader("X-Content-Type-Options", "nosniff");
    OutputStream out = response.getOutputStream();
    String end = suffix.equals(".js") ? "\n;\n" : "\n";
    for (String key : keys) {
      for (URL file : resources.files(key, suffix)) {
        out.write(("/* " + key + " */\n").getBytes(StandardCharsets.UTF_8));
        copy(file, out);
        out.write(end.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void write(HttpServletResponse response, URL file) throws IOException {
    response.setContentType(type(file.getPath()));
    response.setHeader("X-Content-Type-Options", "nosniff");
    copy(file, response.getOutputStream());
  }

  private static void copy(URL file, OutputStream out) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      in.transferTo(out);
    }
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
