package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.run.settings.DisconnectPart;
import org.oktasync.run.settings.Disconnection;

/** Ends the work of a connection, and tells before and after what stays. */
@Named
@Path("/connections/{id}/disconnect")
@Produces(JsonAnswer.TYPE)
public class DisconnectResource extends AdminResource {
  private final Disconnection disconnection;

  @Inject
  public DisconnectResource(RestEntry entry, Disconnection disconnection) {
    super(entry);
    this.disconnection = disconnection;
  }

  /** 200 with what stays and what can be removed, each with a number. */
  @GET
  public Response inventory(@PathParam("id") String id) {
    return answer(
        user -> {
          Disconnection.Inventory found = disconnection.inventory(ListQuery.id(id));
          ObjectNode answer = of(found);
          putParts(answer.putArray("removable"), found.removable());
          return JsonAnswer.ok(answer);
        });
  }

  /**
   * 200 with what was removed and what stays, once the connection is switched off; 409 while a run
   * is under way.
   */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response disconnect(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          if (fields.flag("directory").orElse(false)) {
            throw RequestRejectedException.of("directory", "disconnect-directory");
          }
          String confirm = fields.text("confirm").orElse("");
          Disconnection.Inventory gone =
              disconnection.disconnect(ListQuery.id(id), chosen(fields), confirm);
          ObjectNode answer = of(gone);
          putParts(answer.putArray("removed"), gone.removable());
          return JsonAnswer.ok(answer);
        });
  }

  private static Set<DisconnectPart> chosen(JsonBody fields) {
    Set<DisconnectPart> chosen = EnumSet.noneOf(DisconnectPart.class);
    for (DisconnectPart part : DisconnectPart.values()) {
      if (fields.flag(part.label()).orElse(false)) {
        chosen.add(part);
      }
    }
    return chosen;
  }

  private ObjectNode of(Disconnection.Inventory inventory) {
    ObjectNode answer =
        JsonAnswer.object()
            .put("id", inventory.connection().id())
            .put("name", inventory.connection().settings().name());
    ArrayNode stays = answer.putArray("stays");
    putStay(stays, "accounts", inventory.accounts(), "disconnect-stays-accounts");
    putStay(stays, "groups", inventory.groups(), "disconnect-stays-groups");
    putStay(stays, "directory", inventory.directory(), "disconnect-stays-directory");
    String organisation = inventory.connection().settings().baseUrl();
    putStay(stays, "oktaToken", organisation, "disconnect-stays-okta-token");
    return answer;
  }

  private void putStay(ArrayNode stays, String what, Object value, String code) {
    ObjectNode one = stays.addObject().put("what", what);
    if (value instanceof Long count) {
      one.put("count", count);
    } else {
      one.put("name", JsonAnswer.orNull(value.toString()));
    }
    one.put("code", code).put("message", texts().of(code, value));
  }

  private void putParts(ArrayNode parts, Map<DisconnectPart, Long> counts) {
    counts.forEach(
        (part, count) -> {
          String code = "disconnect-part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
          parts
              .addObject()
              .put("what", part.label())
              .put("count", count)
              .put("code", code)
              .put("message", texts().of(code, count));
        });
  }
}
