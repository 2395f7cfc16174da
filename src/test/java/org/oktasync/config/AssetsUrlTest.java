package org.oktasync.config;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Addresses of a Jira as administrators type them. */
public class AssetsUrlTest {
  @Test
  public void theContextPathStays_closingSlashesGo() {
    assertEquals("https://jira.example.com", url("https://Jira.Example.com/"));
    assertEquals("https://jira.example.com/jira", url(" https://jira.example.com/jira// "));
    assertEquals("https://jira.example.com:8443/a/b", url("https://jira.example.com:8443/a/b"));
    assertEquals("https://jira.example.com", url("jira.example.com"));
    assertEquals("https://node1:8443", url("https://node1:8443"));
  }

  @Test
  public void onlyThisVeryMachineMayDoWithoutTls() {
    assertEquals("http://localhost:8080/jira", url("http://localhost:8080/jira"));
    assertEquals("http://127.0.0.1:8080", url("HTTP://127.0.0.1:8080"));
    assertEquals("http://[::1]:8080", url("http://[::1]:8080"));
    assertEquals("assets-url-http", problem("http://jira.example.com"));
    assertEquals("assets-url-http", problem("http://10.0.0.5:8080"));
    assertEquals("assets-url-http", problem("http://localhost.example.com"));
  }

  @Test
  public void whatIsNoAddress_isRefused() {
    assertEquals("assets-url-userinfo", problem("https://me:secret@jira.example.com"));
    assertEquals("assets-url-query", problem("https://jira.example.com/?a=b"));
    assertEquals("assets-url-query", problem("https://jira.example.com/#x"));
    assertEquals("assets-url-scheme", problem("ftp://jira.example.com"));
    assertEquals("assets-url-invalid", problem("https://"));
    assertEquals("assets-url-invalid", problem(""));
    assertEquals("assets-url-invalid", problem("https://jira.example.com/a/../b"));
    assertEquals("assets-url-invalid", problem("https://jira.example.com/a%2e%2e/b"));
    assertEquals("assets-url-invalid", problem("https://jira.example.com/a b"));
    assertEquals("assets-url-invalid", problem("https://jira.example.com\\evil.example"));
    assertEquals("assets-url-invalid", problem("https://jira.example.com:99999"));
  }

  private static String url(String typed) {
    AssetsUrl read = AssetsUrl.parse(typed);
    assertEquals(typed, java.util.Optional.empty(), read.problem());
    return read.url();
  }

  private static String problem(String typed) {
    AssetsUrl read = AssetsUrl.parse(typed);
    assertEquals(typed, "", read.url());
    return read.problem().orElseThrow().code();
  }
}
