package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.oktasync.devkit.oktaorg.OktaOrg;

/** The add-on in one running Jira, asked from outside. */
class Site {
  final OktaOrg okta;
  private String address;
  Rest rest;
  JiraView jira;

  /** Nothing can be asked before {@link #answersAt}. */
  Site(OktaOrg okta) {
    this.okta = okta;
  }

  /** Where Jira answers from now on. */
  final void answersAt(String baseUrl) {
    address = baseUrl;
    rest = new Rest(baseUrl, "admin", "admin");
    jira = new JiraView(rest);
  }

  /** Signs in by Jira's form, as a browser does. */
  final void signIn(String name, String password) throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String form = "os_username=" + name + "&os_password=" + password;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/login.jsp"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(302, answer.statusCode());
  }

  /** Makes a connection to the organisation, with a directory of its own; answers its id. */
  final long connect() {
    return connect(okta.baseUrl(), okta.token(), "{\"create\":\"Okta users\"}");
  }

  /** Makes a connection; {@code directory} as in the REST interface. */
  final long connect(String baseUrl, String token, String directory) {
    return connectAs("Lab", baseUrl, token, directory);
  }

  /** Makes a connection of this name. */
  final long connectAs(String name, String baseUrl, String token, String directory) {
    String body =
        "{\"name\":\"%s\",\"baseUrl\":\"%s\",\"auth\":{\"method\":\"api-token\",\"token\":\"%s\"},\"directory\":%s}"
            .formatted(name, baseUrl, token, directory);
    return rest.post("/connections", body).expect(201).path("id").asLong();
  }

  /** Does a sync to its end. */
  final JsonNode sync(long connection) {
    return await(start(connection, false));
  }

  /** Does a dry run to its end. */
  final JsonNode dryRun(long connection) {
    return await(start(connection, true));
  }

  /** Does a run that looks at what changed to its end. */
  final JsonNode incremental(long connection) {
    return await(begin(connection, "{\"mode\":\"incremental\"}"));
  }

  /** Starts a run; answers its id. */
  final long start(long connection, boolean dryRun) {
    return begin(connection, "{\"dryRun\":" + dryRun + "}");
  }

  /** Starts a run; {@code body} as in the REST interface. Answers its id. */
  final long begin(long connection, String body) {
    String path = "/connections/" + connection + "/runs";
    return rest.post(path, body).expect(202).path("id").asLong();
  }

  /** Waits for the end of a run. */
  final JsonNode await(long run) {
    return Await.until("the end of run " + run, () -> run(run), Site::isOver);
  }

  /** Whether nothing more happens to a run by itself. */
  static boolean isOver(JsonNode run) {
    return !run.path("state").asText().equals("RUNNING");
  }

  /** Lets a held run go, and does it to its end; any other run is left as it is. */
  final JsonNode approved(JsonNode run) {
    if (!run.path("state").asText().equals("HELD")) {
      return run;
    }
    long id = run.path("id").asLong();
    rest.post("/runs/" + id + "/approve", "{}").expect(202);
    return await(id);
  }

  /** What is known of a run. */
  final JsonNode run(long id) {
    return rest.get("/runs/" + id).expect(200);
  }
}
