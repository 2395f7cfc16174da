package org.oktasync.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Test;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.target.AssetsCheck;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsSiteContract;

/** Setting Assets up by its REST interface. */
public class RestAssetsSiteTest extends AssetsSiteContract {
  private static final AssetsHttp HTTP =
      new AssetsHttp(HttpPatience.DEFAULT, ForkJoinPool.commonPool());

  protected AssetsStub stub;

  protected Shape shape() {
    return Shape.NEW;
  }

  @Override
  protected AssetsWorld makeWorld() {
    AssetsWorld made = new AssetsWorld();
    stub = new AssetsStub(made, shape());
    return made;
  }

  @Override
  protected AssetsSite open() {
    return new RestAssetsSite(access(), HTTP, (time, stop) -> stop.check(), new StopSignal());
  }

  private AssetsAccess access() {
    return new AssetsAccess(stub.url(), new Secret(AssetsStub.TOKEN), 600);
  }

  @After
  public void close() {
    stub.close();
  }

  @Test
  public void everyRightIsTried_andNothingIsMade() {
    String schema = site.schemas().get(0).id();
    site.createType(schema, "Users", "", List.of());
    int types = world.schema(schema).types().size();
    int attributes = world.schema(schema).types().get(0).attributes().size();

    AssetsCheck check = site.check(schema);

    assertTrue(check.steps().toString(), check.ok());
    assertEquals(
        List.of(
            "sign-in",
            "assets",
            "see-schemas",
            "see-schema",
            "create-types",
            "create-attributes",
            "create-objects",
            "configure-roles"),
        check.steps().stream().map(AssetsCheck.Step::name).toList());
    assertEquals("svc", check.user());
    assertEquals(1, world.schemaIds().size());
    assertEquals(types, world.schema(schema).types().size());
    assertEquals(attributes, world.schema(schema).types().get(0).attributes().size());
    assertEquals(0, world.objectsOf(world.schema(schema).types().get(0).id()).size());
  }

  @Test
  public void eachMissingRightIsNamed() {
    String schema = site.schemas().get(0).id();
    site.createType(schema, "Users", "", List.of());
    stub.routes()
        .building()
        .forbidden
        .addAll(
            List.of(
                "POST objectschema",
                "POST objecttype/",
                "POST objecttypeattribute",
                "GET config/role"));

    assertEquals(
        Map.of(
            "create-types", "assets-right-create-types",
            "create-attributes", "assets-right-create-attributes",
            "configure-roles", "assets-right-configure-roles"),
        failed(site.check(schema)));
    assertEquals(
        "who has no schema yet must be able to make one",
        Map.of("create-schema", "assets-right-create-schema"),
        failed(site.check("")));
  }

  @Test
  public void whatStopsEverything_isNamedAlone() {
    stub.routes().building().forbidden.add("GET objectschema");
    assertEquals(Map.of("see-schemas", "assets-right-see-schemas"), failed(site.check("")));

    stub.script((request, nth) -> request.contains("/rest/api/") ? null : StubReply.html(404));
    assertEquals(Map.of("assets", "assets-absent"), failed(open().check("")));

    stub.script((request, nth) -> null);
    stub.revoke();
    assertEquals(Map.of("sign-in", "assets-token-refused"), failed(site.check("")));
  }

  @Test
  public void whereRolesAreNotOffered_theyAreGivenByHand() {
    String schema = site.schemas().get(0).id();
    stub.script((request, nth) -> request.contains("/config/role") ? StubReply.html(404) : null);
    assertEquals(Optional.empty(), site.roles(schema));
    AssetsCheck check = site.check(schema);
    assertEquals(
        "assets-check-roles-by-hand", check.steps().get(check.steps().size() - 1).message().code());
  }

  @Test
  public void peopleAreFoundByTheirOneAddress_elseByName() {
    stub.routes().building().users.add(new String[] {"ada", "JIRAUSER1", "Ada@example.com"});
    stub.routes().building().users.add(new String[] {"bob", "JIRAUSER2", "shared@example.com"});
    stub.routes().building().users.add(new String[] {"bea", "JIRAUSER3", "shared@example.com"});
    stub.routes().building().users.add(new String[] {"old-inactive", "J4", "old@example.com"});
    stub.routes().building().users.add(new String[] {"x@example.com", "J5", "other@example.com"});
    RestSitePeople people =
        new RestSitePeople(access(), HTTP, (time, stop) -> stop.check(), new StopSignal());

    assertEquals(Optional.of(new AssetsUser("ada", "JIRAUSER1")), people.find("ada@EXAMPLE.com"));
    assertEquals(Optional.of(new AssetsUser("bob", "JIRAUSER2")), people.find("bob"));
    assertEquals(Optional.empty(), people.find("shared@example.com"));
    assertEquals(Optional.empty(), people.find("old@example.com"));
    assertEquals(Optional.empty(), people.find("old-inactive"));
    assertEquals(Optional.empty(), people.find("nobody"));
    assertEquals(Optional.of(new AssetsUser("x@example.com", "J5")), people.find("x@example.com"));
  }

  private static Map<String, String> failed(AssetsCheck check) {
    assertFalse(check.ok());
    return check.steps().stream()
        .filter(step -> !step.ok())
        .collect(Collectors.toMap(AssetsCheck.Step::name, step -> step.message().code()));
  }
}
