package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;

/** Each mapping of the articles by itself, pasted and imported without a change. */
public class AssetsArticlesTest {
  private static final String HOSTILE = "\" OR Name != \"";

  /** Imports twice what one text says; the second time nothing is written. */
  private static void imported(String text, Consumer<ArticleObjects> check) throws Exception {
    try (Lab lab = new Lab(AssetsOptions.ON, "--users", "40", "--groups", "5", "--clean")) {
      hostileGroup(lab);
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.createSchema();
      assets.mapAsItIs(text);
      assets.build();
      assets.save("\"enabled\":true");
      JsonNode first = assets.importObjects();
      assertEquals(first.toString(), "SUCCEEDED", first.path("state").asText());
      check.accept(new ArticleObjects(lab.okta, assets.view(lab.host.baseUrl())));
      JsonNode second = assets.importObjects();
      for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
        assertEquals(
            second.toString(), 0, second.path("counts").path("objects").path(kind).asLong());
      }
    }
  }

  /** A group whose name would end a condition and begin another one. */
  private static void hostileGroup(Lab lab) {
    Group group = lab.okta.directory().createGroup(Map.of("name", HOSTILE, "description", HOSTILE));
    User member = lab.okta.directory().users().get(3);
    lab.okta.directory().addMember(group.id(), member.id());
  }

  @Test
  public void people() throws Exception {
    imported(Articles.PEOPLE, objects -> objects.assertPeople("WorkerID", ArticleObjects.WORKERS));
  }

  @Test
  public void peopleWithGroupsRolesAndApplications() throws Exception {
    imported(
        Articles.ACCESS,
        objects -> {
          objects.assertPeople("Username", ArticleObjects.ACCESS);
          objects.assertAccess("Username");
        });
  }

  @Test
  public void groups() throws Exception {
    imported(Articles.GROUPS, ArticleObjects::assertGroups);
  }

  @Test
  public void applications() throws Exception {
    imported(Articles.APPS, ArticleObjects::assertApps);
  }

  @Test
  public void devices() throws Exception {
    imported(Articles.DEVICES, ArticleObjects::assertDevices);
  }
}
