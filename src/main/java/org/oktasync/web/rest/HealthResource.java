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

/** Whether the product is well. */
@Named
@Path("/health")
@Produces(JsonAnswer.TYPE)
public class HealthResource extends AdminResource {
  private final HealthChecks health;

  @Inject
  public HealthResource(RestEntry entry, HealthChecks health) {
    super(entry);
    this.health = health;
  }

  /** 200 with every self-check, whether it is well or not. */
  @GET
  public Response get() {
    return answer(user -> JsonAnswer.ok(json(health.run(), texts())));
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
