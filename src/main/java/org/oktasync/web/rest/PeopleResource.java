package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.run.settings.PeopleControl;

/** People, as far as the product remembers them. */
@Named
@Path("/people")
@Produces(JsonAnswer.TYPE)
public class PeopleResource extends AdminResource {
  private final PeopleControl people;
  private final AdoptionPreviews previews;

  @Inject
  public PeopleResource(RestEntry entry, PeopleControl people, AdoptionPreviews previews) {
    super(entry);
    this.people = people;
    this.previews = previews;
  }

  /** 200 with how much was forgotten about one person. */
  @POST
  @Path("forget")
  @Consumes(JsonAnswer.TYPE)
  public Response forget(String body) {
    return answer(
        user -> {
          JsonBody input = JsonBody.read(body);
          long connection = input.number("connectionId").orElseThrow(() -> missing("connectionId"));
          String id =
              input.text("sourceId").map(String::strip).orElseThrow(() -> missing("sourceId"));
          if (id.isEmpty()) {
            throw missing("sourceId");
          }
          PeopleControl.Forgotten forgotten = people.forget(connection, id);
          previews.drop(connection);
          return JsonAnswer.ok(of(forgotten));
        });
  }

  private static RequestRejectedException missing(String field) {
    return RequestRejectedException.of(field, "value-missing");
  }

  private ObjectNode of(PeopleControl.Forgotten forgotten) {
    ObjectNode json = JsonAnswer.object();
    ObjectNode counts = json.putObject("forgotten");
    new TreeMap<>(forgotten.counts()).forEach(counts::put);
    ArrayNode notices = json.putArray("notices");
    forgotten.notices().forEach(notice -> texts().put(notices.addObject(), notice));
    return json;
  }
}
