package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.HostOptions;
import org.oktasync.devkit.host.PostgresDatabase;
import org.oktasync.devkit.host.RestClient;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.site.SiteOptions;

/** Two nodes on one PostgreSQL: one catalogue, one set of objects, and no two of one value. */
public class SharedDatabaseTest {
  @ClassRule public static final PostgresDatabase POSTGRES = new PostgresDatabase();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final DatabaseSettings database = POSTGRES.empty();

  private Host node(String name) throws Exception {
    return Host.start(
        HostOptions.in(folder.newFolder().toPath())
            .withSharedHome(folder.getRoot().toPath())
            .withNodeId(name)
            .withDatabase(database)
            .withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));
  }

  private static AssetsClient admin(Host host) {
    byte[] pair = "admin:admin".getBytes(StandardCharsets.UTF_8);
    return new AssetsClient(
        new RestClient(host.baseUrl(), "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  @Test
  public void whatOneNodeWritesTheOtherReadsAndARestartKeeps() throws Exception {
    long object;
    int type;
    try (Host a = node("a");
        Host b = node("b")) {
      int schema = admin(a).schema("Okta", "OKT");
      type = admin(b).type(schema, "Users");
      int name = admin(a).attribute(type, "Name");
      int note = admin(b).attribute(type, "Note", "type", 0, "defaultTypeId", 9);
      object = admin(a).created(type, name, "Ann Øst", note, "x".repeat(400) + "Ø");
      assertThat(admin(b).find("Name LIKE øs AND Note ENDSWITH ø"), is(List.of("Ann Øst")));
      admin(b).create(type, name, "zero\u0000").refused(400);
      admin(b).search("Name = \"zero\u0000\"").refused(400);
      admin(b).put("/object/archive/" + object, null).expect(200);
      assertThat(admin(a).find("objectTypeId = " + type), is(List.of()));
    }
    try (Host c = node("c")) {
      admin(c).put("/object/restore/" + object, null).expect(200);
      assertThat(admin(c).find("objectTypeId = " + type), is(List.of("Ann Øst")));
    }
  }

  @Test
  public void nodesThatWriteAtOnceKeepNamesAndUniqueValuesApart() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Host a = node("a");
        Host b = node("b")) {
      int schema = admin(a).schema("Okta", "OKT");
      int type = admin(a).type(schema, "Users");
      int name = admin(a).attribute(type, "Name");
      int id =
          admin(a).attribute(type, "Id", "type", 0, "defaultTypeId", 0, "uniqueAttribute", true);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        AssetsClient node = admin(i % 2 == 0 ? a : b);
        String value = "00u" + i / 4;
        work.add(() -> node.create(type, name, value, id, value).status());
        work.add(
            () ->
                node.post(
                        "/objecttypeattribute/" + type,
                        AssetsClient.fields("Field " + value, "type", 2))
                    .status());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
      assertThat(new TreeSet<>(answers), is(new TreeSet<>(List.of(201, 400))));
      assertThat(answers.stream().filter(status -> status == 201).count(), is(20L));
      assertThat(admin(a).find("objectTypeId = " + type).size(), is(10));
      assertThat(admin(b).get("/objecttype/" + type + "/attributes").expect(200).size(), is(15));
      assertFalse(admin(b).find("\"Field 00u9\" IS EMPTY").isEmpty());
    } finally {
      threads.shutdown();
    }
  }
}
