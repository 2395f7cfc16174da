package org.oktasync.devkit.host;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.endsWith;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.sample.SampleAddOn;

/** What Jira does to an add-on's pages and calls, seen from outside. */
public class AddOnInHostTest {
  private static final String PAGE = "/plugins/servlet/sample/admin";
  private static final String NOTES = "/rest/sample/1.0/notes";

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static Host host;

  @BeforeClass
  public static void start() throws Exception {
    host =
        Host.start(
            HostOptions.in(FOLDER.newFolder("home").toPath())
                .withPlugin(SampleAddOn.complete().jarIn(FOLDER.getRoot().toPath())));
  }

  @AfterClass
  public static void stop() throws Exception {
    host.close();
  }

  @Test
  public void listsOptionalImportsWithoutExporter() {
    assertThat(host.plugin().unwiredOptionalImports(), is(Set.of("org.example.absent")));
  }

  @Test
  public void activeObjectsRefusesCallsBeforeTheModuleIsEnabled() throws Exception {
    assertThat(Browser.at(host).get(NOTES + "/open").body(), is("[\"refused\"]"));
  }

  @Test
  public void upgradeTaskRanBeforeStart() throws Exception {
    assertThat(
        Browser.script(host, "fred").get(NOTES).body(),
        startsWith("[\"upgraded from 0\",\"started\""));
  }

  @Test
  public void failureOfTheOuterTransactionUndoesTheInnerOne() throws Exception {
    Browser fred = Browser.script(host, "fred");
    assertThat(
        fred.json("POST", NOTES + "/failing", "{\"text\":\"undone\"}").body(),
        is("{\"failed\":true}"));
    assertThat(fred.get(NOTES).body(), not(containsString("undone")));
  }

  @Test
  public void anonymousRestIs401WithoutChallenge() throws Exception {
    HttpResponse<String> answer = Browser.at(host).get(NOTES);
    assertThat(answer.statusCode(), is(401));
    assertThat(answer.headers().firstValue("Content-Type").orElse(""), is("application/json"));
    assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent(), is(false));
  }

  @Test
  public void wrongPasswordIs401EvenWhereAnybodyMayCall() throws Exception {
    assertThat(Browser.script(host, "nobody").get(NOTES + "/open").statusCode(), is(401));
  }

  @Test
  public void restMethodForSystemAdministrators() throws Exception {
    assertThat(Browser.script(host, "fred").get(NOTES + "/secret").statusCode(), is(403));
    assertThat(Browser.script(host, "admin").get(NOTES + "/secret").statusCode(), is(200));
  }

  @Test
  public void latestNamesTheVersion() throws Exception {
    assertThat(Browser.script(host, "fred").get("/rest/sample/latest/notes").statusCode(), is(200));
  }

  @Test
  public void unknownJsonFieldsAreRefused() throws Exception {
    Browser fred = Browser.script(host, "fred");
    String known = "{\"text\":\"x\"}";
    assertThat(fred.json("POST", NOTES, known).statusCode(), is(200));
    String unknown = "{\"text\":\"x\",\"more\":1}";
    assertThat(fred.json("POST", NOTES, unknown).statusCode(), is(400));
  }

  @Test
  public void textBodiesPassAsTheyAre() throws Exception {
    String json = "{\"any\": [1]}";
    assertThat(Browser.script(host, "fred").json("PUT", NOTES, json).body(), is(json));
  }

  @Test
  public void restXsrfCheck() throws Exception {
    Browser fred = Browser.script(host, "fred");
    assertThat(fred.post(NOTES + "/form", "a", "b").statusCode(), is(403));
    assertThat(fred.post(NOTES + "/form", "a", "b").body(), is("XSRF check failed"));
    assertThat(fred.delete(NOTES).statusCode(), is(403));
    assertThat(fred.delete(NOTES, "X-Atlassian-Token", "no-check").statusCode(), is(200));
    assertThat(
        fred.json("PUT", NOTES, "{}", "Origin", "http://evil.example").statusCode(), is(403));
    String own = host.baseUrl().replace("/jira", "");
    assertThat(fred.json("PUT", NOTES, "{}", "Origin", own).statusCode(), is(200));
  }

  @Test
  public void anonymousPageLeadsToSignInAndBack() throws Exception {
    Browser browser = Browser.at(host);
    HttpResponse<String> answer = browser.get(PAGE + "?a=b");
    assertThat(answer.statusCode(), is(302));
    assertThat(
        answer.headers().firstValue("Location").orElse(""),
        endsWith("os_destination=%2Fplugins%2Fservlet%2Fsample%2Fadmin%3Fa%3Db"));
    HttpResponse<String> signedIn =
        browser.post(
            "/login.jsp",
            "os_username",
            "fred",
            "os_password",
            "fred",
            "os_destination",
            PAGE + "?a=b");
    assertThat(signedIn.headers().firstValue("Location").orElse(""), is("/jira" + PAGE + "?a=b"));
    assertThat(signedIn.headers().firstValue("Set-Cookie").orElse(""), containsString("HttpOnly"));
  }

  @Test
  public void signInLeadsToNoOtherSite() throws Exception {
    for (String elsewhere : new String[] {"//evil.example", "http://evil.example", "/\\evil"}) {
      HttpResponse<String> answer =
          Browser.at(host)
              .post(
                  "/login.jsp",
                  "os_username",
                  "fred",
                  "os_password",
                  "fred",
                  "os_destination",
                  elsewhere);
      assertThat(
          answer.headers().firstValue("Location").orElse(""), is("/jira/secure/Dashboard.jspa"));
    }
  }

  @Test
  public void unrestrictedServletIsForEverybody() throws Exception {
    assertThat(Browser.at(host).get("/plugins/servlet/sample/hook").body(), is("/hook by null"));
  }

  @Test
  public void administrationAsksForThePasswordOnce() throws Exception {
    Browser admin = Browser.at(host);
    admin.signIn("admin");
    HttpResponse<String> asked = admin.get(PAGE);
    assertThat(asked.statusCode(), is(302));
    String location = asked.headers().firstValue("Location").orElse("");
    assertThat(location, startsWith("/jira/secure/admin/WebSudoAuthenticate.jspa"));
    String wrong =
        admin.post("/secure/admin/WebSudoAuthenticate.jspa", "webSudoPassword", "wrong").body();
    assertThat(wrong, containsString("Incorrect password"));
    admin.post("/secure/admin/WebSudoAuthenticate.jspa", "webSudoPassword", "admin");
    assertThat(admin.get(PAGE).statusCode(), is(200));
  }

  @Test
  public void pageStandsInTheFrameOfTheAdministration() throws Exception {
    String page = Browser.script(host, "admin").get(PAGE).body();
    assertThat(page, containsString("<title>Sample page - Jira"));
    assertThat(page, containsString("<strong>Samples</strong>"));
    assertThat(
        page,
        containsString(
            "<li class=\"aui-nav-selected\"><a href=\"/jira/plugins/servlet/sample/admin\""
                + " aria-current=\"page\">It&#39;s a sample</a></li>"));
    assertThat(
        page,
        containsString(
            "src=\"/jira/download/batch/js/org.example.sample:base,org.example.sample:page/"));
  }

  @Test
  public void conditionHidesTheLink() throws Exception {
    String page = Browser.script(host, "fred").get(PAGE).body();
    assertThat(page, not(containsString("It&#39;s a sample")));
  }

  @Test
  public void templatesEscapeAndKeepMarkup() throws Exception {
    String page = Browser.script(host, "admin").get(PAGE).body();
    assertThat(page, containsString("<p id=\"name\">&lt;b&gt;&quot;bold&quot;&lt;/b&gt;</p>"));
    assertThat(page, containsString("<ul></ul><i>a&amp;b</i>"));
  }

  @Test
  public void templatesMayNotCallObjects() throws Exception {
    assertThat(
        Browser.script(host, "admin").get(PAGE + "?template=templates/forbidden.vm").statusCode(),
        is(500));
  }

  @Test
  public void pagesForbidInlineScript() throws Exception {
    assertThat(
        Browser.script(host, "admin")
            .get(PAGE)
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse(""),
        startsWith("script-src 'self'"));
  }

  @Test
  public void formsNeedTheirToken() throws Exception {
    Browser admin = Browser.script(host, "admin");
    assertThat(admin.post(PAGE, "a", "b").statusCode(), is(403));
    HttpResponse<String> page = admin.get(PAGE);
    String cookie = page.headers().firstValue("Set-Cookie").orElse("");
    String token = cookie.replaceAll(".*atlassian.xsrf.token=([^;]+).*", "$1");
    assertThat(admin.post(PAGE, "atl_token", token).statusCode(), is(200));
    assertThat(admin.post(PAGE, "atl_token", token + "x").statusCode(), is(403));
  }

  @Test
  public void batchJoinsScriptsInOrderOfDependency() throws Exception {
    HttpResponse<String> batch =
        Browser.at(host)
            .get("/download/batch/js/org.example.sample:base,org.example.sample:page/batch.js");
    assertThat(batch.statusCode(), is(200));
    assertThat(
        batch.headers().firstValue("Content-Type").orElse(""),
        startsWith("application/javascript"));
    assertThat(batch.body().indexOf("var first"), is(batch.body().lastIndexOf("var first")));
    assertThat(batch.body().indexOf("var second") > batch.body().indexOf("var first"), is(true));
  }

  @Test
  public void servesFoldersOfModulesAndNothingBesides() throws Exception {
    Browser browser = Browser.at(host);
    String folder = "/download/resources/org.example.sample:modules/";
    assertThat(browser.get(folder + "modules/main.js").body(), is("import './other.js';"));
    assertThat(
        browser.get("/s/1.2.3/_" + folder + "modules/main.js").headers().map().toString(),
        containsString("max-age=31536000"));
    assertThat(browser.get(folder + "modules/absent.js").statusCode(), is(404));
    assertThat(browser.get(folder + "modules/").statusCode(), is(404));
    assertThat(browser.get(folder + "modules/%2e%2e/first.js").statusCode(), is(404));
    assertThat(browser.get(folder + "modules/..%5cfirst.js").statusCode() >= 400, is(true));
    assertThat(browser.get(folder + "atlassian-plugin.xml").statusCode(), is(404));
    assertThat(browser.get("/aui/%2e%2e/simplelogger.properties").statusCode() >= 400, is(true));
  }

  @Test
  public void jirasOwnRestNeedsSignIn() throws Exception {
    assertThat(Browser.at(host).get("/rest/api/2/myself").statusCode(), is(401));
    assertThat(
        Browser.script(host, "fred").get("/rest/api/latest/myself").body(),
        containsString("\"name\":\"fred\""));
  }
}
