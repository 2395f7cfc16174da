package org.oktasync.web.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.model.ExternalId;
import org.oktasync.run.person.PersonControl;
import org.oktasync.run.settings.ConnectionControl;

/** What a run would do to one person. */
@Named
@Path("/connections/{id}/preview")
@Produces(JsonAnswer.TYPE)
public class PersonResource extends AdminResource {
  private final ConnectionControl connections;
  private final PersonControl people;

  @Inject
  public PersonResource(RestEntry entry, ConnectionControl connections, PersonControl people) {
    super(entry);
    this.connections = connections;
    this.people = people;
  }

  /**
   * 200 with the steps: found, in scope, matched, mapped, groups, changes. Nothing is written.
   *
   * @param person id, login or e-mail address in the source, or the name of an account that the
   *     connection owns
   */
  @GET
  public Response preview(@PathParam("id") String id, @QueryParam("user") String person) {
    return answer(
        user -> {
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          ExternalId meant = meant(people, connection, Labels.text(person));
          PersonPreviewJson json = new PersonPreviewJson(texts());
          return JsonAnswer.ok(json.of(people.preview(connection, meant, user)));
        });
  }

  /**
   * The person whom a text means.
   *
   * @throws RequestRejectedException when it means nobody, or several people
   */
  static ExternalId meant(PersonControl people, Connection connection, String text) {
    if (text.isEmpty()) {
      throw RequestRejectedException.of("user", "value-missing");
    }
    return people
        .meant(connection, text)
        .orElseThrow(() -> RequestRejectedException.of("user", "person-not-found", text));
  }
}
