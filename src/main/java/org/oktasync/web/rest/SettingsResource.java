package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.ProductSettingsStore;

/** The settings of the whole product. */
@Named
@Path("/settings")
@Produces(JsonAnswer.TYPE)
public class SettingsResource extends AdminResource {
  private final ProductSettingsStore store;

  @Inject
  public SettingsResource(RestEntry entry, ProductSettingsStore store) {
    super(entry);
    this.store = store;
  }

  /** 200 with the settings. */
  @GET
  public Response get() {
    return answer(user -> JsonAnswer.ok(of(store.read())));
  }

  /** 200 with the settings as they are now; what the body leaves out stays as it was. */
  @PUT
  @Consumes(JsonAnswer.TYPE)
  public Response put(String body) {
    return answer(
        user -> {
          ProductSettings changed = changed(store.read(), JsonBody.read(body));
          List<FieldProblem> problems = changed.problems();
          if (!problems.isEmpty()) {
            throw RequestRejectedException.of(problems);
          }
          return JsonAnswer.ok(of(store.update(changed)));
        });
  }

  private static ProductSettings changed(ProductSettings present, JsonBody body) {
    long version =
        body.number("version")
            .orElseThrow(() -> RequestRejectedException.of("version", "version-missing"));
    return new ProductSettings(
        RetentionJson.whole(version),
        RetentionJson.read(body.object("retention"), present.retention()));
  }

  private static ObjectNode of(ProductSettings settings) {
    ObjectNode json = JsonAnswer.object().put("version", settings.version());
    json.set("retention", RetentionJson.of(settings.retention()));
    return json;
  }
}
