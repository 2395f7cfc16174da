package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;

/** The file for support, from a Jira in which something went wrong. */
public class SupportTest {
  private static Map<String, String> download(Lab lab) throws Exception {
    String address = lab.host.baseUrl() + "/rest/okta-sync/1.0/support.zip";
    String admin =
        Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Basic " + admin)
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    assertEquals("application/zip", response.headers().firstValue("content-type").orElse(""));
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // One byte is one character, so that bytes of a key can be looked for, too.
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static byte[] key(Lab lab) throws IOException {
    try (Stream<Path> files = Files.walk(lab.home())) {
      return Files.readAllBytes(
          files.filter(file -> file.endsWith("secret.key")).findFirst().orElseThrow());
    }
  }

  @Test
  public void itTellsVersionsAndRunsAndNamesNobodyOfTheOrganisation() throws Exception {
    try (Lab lab = new Lab("--users", "80", "--groups", "8")) {
      long connection = lab.connect();
      lab.dryRun(connection);
      lab.sync(connection);
      Map<String, String> files = download(lab);
      String installation = files.get("installation.json");
      assertTrue(installation, installation.contains("\"addOn\" : \"1.0.0"));
      assertTrue(installation, installation.contains("H2DatabaseProvider"));
      assertFalse(installation, installation.contains("unknown"));
      assertTrue(files.get("tables.json"), files.get("tables.json").contains("PLANNED_CHANGE"));
      String log = files.get("log-of-this-node.txt");
      assertTrue(log, log.contains("connection " + connection + ", run 2: Begins"));

      byte[] key = key(lab);
      List<String> secrets = new ArrayList<>();
      secrets.add(lab.okta.token());
      secrets.add(new String(key, StandardCharsets.ISO_8859_1));
      secrets.add(Base64.getEncoder().encodeToString(key));
      secrets.add(HexFormat.of().formatHex(key));
      for (User user : lab.okta.directory().users()) {
        secrets.add(user.login());
        if (user.text("email") != null) {
          secrets.add(user.text("email"));
        }
      }
      files.forEach(
          (name, text) ->
              secrets.forEach(
                  one ->
                      assertFalse(
                          one + " stands in " + name,
                          text.toLowerCase(Locale.ROOT).contains(one.toLowerCase(Locale.ROOT)))));
    }
  }
}
