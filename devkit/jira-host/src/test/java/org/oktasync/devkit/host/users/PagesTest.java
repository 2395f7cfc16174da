package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.host.web.HostPage;

/** The administration pages: what they show, and that names of any signs are safe in them. */
public class PagesTest {

  private static final String EVIL = "<i>o'neil</i> & \"co\" #1/2, 人";

  private final OpenJira open = new OpenJira(true);

  @Before
  public void people() throws Exception {
    open.addUser(open.okta, EVIL);
    open.addGroup(open.okta, EVIL);
    open.manager.addUserToGroup(open.okta, EVIL, EVIL);
  }

  @After
  public void close() {
    open.close();
  }

  @Test
  public void everyPageHasItsPlace() {
    for (HostPage page : open.jira.pages()) {
      assertTrue(page.title(), page.sectionKey().startsWith("admin_users_menu/"));
    }
  }

  @Test
  public void namesAreEscapedInListsAndEncodedInAddresses() throws Exception {
    for (String path : new String[] {Addresses.USERS, Addresses.GROUPS}) {
      String list = WebCall.get(path).page(open.jira).page;
      assertFalse(list.contains("<i>"));
      assertTrue(list.contains("&lt;i&gt;o&#39;neil"));
      assertTrue(list.contains(path + "?name=" + Addresses.encode(EVIL)));
      WebCall detail = WebCall.get(path, "name", EVIL).page(open.jira);
      assertTrue(detail.title.contains("o'neil"));
      assertFalse(detail.page.contains("<i>"));
    }
  }

  @Test
  public void unknownNamesAre404() throws Exception {
    assertEquals(404, WebCall.get(Addresses.USERS, "name", "ghost").page(open.jira).status);
    assertEquals(404, WebCall.get(Addresses.GROUPS, "name", "ghost").page(open.jira).status);
  }

  @Test
  public void usersAreSearched() throws Exception {
    String found = WebCall.get(Addresses.USERS, "q", "norm").page(open.jira).page;
    assertTrue(found.contains(">fred</a>"));
    assertFalse(found.contains(">admin</a>"));
    assertTrue(found.contains("1 to 1 of 1"));
  }

  @Test
  public void directoriesAreAddedMovedAndDisabled() throws Exception {
    directories("action", "create", "directoryName", "People", "type", "CROWD");
    assertEquals("People", open.order().get(2));
    String id = Long.toString(open.directories.findDirectoryByName("People").getId());
    directories("action", "up", "id", id);
    assertEquals("People", open.order().get(1));
    directories("action", "disable", "id", id);
    assertFalse(open.directories.findDirectoryByName("People").isActive());
    directories("action", "disable", "id", Long.toString(open.okta));
    WebCall last = directories("action", "disable", "id", "1");
    assertEquals(400, last.status);
    assertTrue(last.page.contains("is the last active one"));
    assertEquals(
        400, directories("action", "create", "directoryName", "people", "type", "CROWD").status);
  }

  @Test
  public void permissionsAreGrantedAndTakenByGroupName() throws Exception {
    permissions("action", "add", "right", "SYSTEM_ADMIN", "group", EVIL);
    assertTrue(open.jira.isSystemAdmin(EVIL));
    assertFalse(WebCall.get(Addresses.PERMISSIONS).page(open.jira).page.contains("<i>"));
    permissions("action", "remove", "right", "SYSTEM_ADMIN", "group", EVIL);
    assertFalse(open.jira.isSystemAdmin(EVIL));
    assertEquals(
        400,
        permissions("action", "remove", "right", "SYSTEM_ADMIN", "group", "jira-administrators")
            .status);
    permissions("action", "add", "right", "jira-software", "group", EVIL);
    assertTrue(open.jira.isLicensed(EVIL));
    permissions("action", "seats", "right", "jira-software", "seats", "7");
    assertTrue(WebCall.get(Addresses.PERMISSIONS).page(open.jira).page.contains("value=\"7\""));
  }

  private WebCall directories(String... parameters) throws Exception {
    return WebCall.post(Addresses.DIRECTORIES, parameters).page(open.jira);
  }

  private WebCall permissions(String... parameters) throws Exception {
    return WebCall.post(Addresses.PERMISSIONS, parameters).page(open.jira);
  }
}
