package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.run.person.LoginSync;

/** Whether the product is well. */
@Named
@Path("/health")
@Produces(JsonAnswer.TYPE)
public class HealthResource extends AdminResource {
  private final HealthChecks health;
  private final LoginSync logins;

  @Inject
  public HealthResource(RestEntry entry, HealthChecks health, LoginSync logins) {
    super(entry);
    this.health = health;
    this.logins = logins;
  }

  /** 200 with every self-check, whether it is well or not, and what logins led to on this node. */
  @GET
  public Response get() {
    return answer(
        user -> {
          ObjectNode json = json(health.run(), texts());
          LoginSync.Tally tally = logins.tally();
          json.putObject("logins")
              .put("looked", tally.looked())
              .put("changed", tally.changed())
              .put("passedOver", tally.passedOver())
              .put("failed", tally.failed());
          return JsonAnswer.ok(json);
        });
  }

  /** What self-checks found. */
  static ObjectNode json(List<HealthChecks.Check> found, Texts texts) {
    ObjectNode json =
        JsonAnswer.object().put("ok", found.stream().allMatch(HealthChecks.Check::ok));
    ArrayNode checks = json.putArray("checks");
    for (HealthChecks.Check check : found) {
      ObjectNode one = checks.addObject().put("name", check.name()).put("ok", check.ok());
      texts.put(one, check.message());
    }
    return json;
  }
}
