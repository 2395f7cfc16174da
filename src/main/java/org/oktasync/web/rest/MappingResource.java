package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Transformed;
import org.oktasync.model.Message;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.UserType;

/** Tries the attribute mapping of a connection, saved or not, on one person. */
@Named
@Path("/connections/{id}/mapping")
@Produces(JsonAnswer.TYPE)
public class MappingResource extends AdminResource {
  /** Where attributes of an application's users stand beside people's own. */
  private static final String IN_APP = "appUser.";

  private final ConnectionControl connections;
  private final SourcePreview source;
  private final ConnectionInput input;

  @Inject
  public MappingResource(
      RestEntry entry,
      ConnectionControl connections,
      SourcePreview source,
      SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.source = source;
    this.input = new ConnectionInput(settingsJson);
  }

  /** 200 with the attributes that mappings may use, by type of people. */
  @GET
  @Path("attributes")
  public Response attributes(@PathParam("id") String id) {
    return answer(
        user -> {
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          SourcePreview.KnownAttributes known =
              source.attributes(connection, connection.settings());
          ObjectNode answer = JsonAnswer.object();
          ArrayNode types = answer.putArray("types");
          for (UserType type : known.types()) {
            ObjectNode json =
                types
                    .addObject()
                    .put("id", type.id())
                    .put("name", type.title())
                    .put("standard", type.standard());
            putAttributes(json, "", type.attributes());
          }
          putAttributes(answer.putObject("application"), IN_APP, known.inApp());
          return JsonAnswer.ok(answer);
        });
  }

  private static void putAttributes(
      ObjectNode json, String prefix, List<SourceAttribute> attributes) {
    ArrayNode list = json.putArray("attributes");
    for (SourceAttribute attribute : attributes) {
      list.addObject()
          .put("path", prefix + attribute.path())
          .put("title", attribute.title())
          .put("custom", attribute.custom());
    }
  }

  /**
   * 200 with what becomes of a person's attributes, step by step.
   *
   * @param body {@code person}, an id of the source, and settings that are not saved yet
   */
  @POST
  @Path("try")
  @Consumes(JsonAnswer.TYPE)
  public Response attempt(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          String person =
              fields
                  .text("person")
                  .filter(text -> !text.isBlank())
                  .orElseThrow(() -> RequestRejectedException.of("person", "value-missing"));
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          ConnectionSettings settings = input.draft(fields, connection.settings()).settings();
          return source
              .mapped(connection, settings, person)
              .map(mapped -> JsonAnswer.ok(of(mapped)))
              .orElseThrow(RequestRejectedException::notFound);
        });
  }

  private ObjectNode of(SourcePreview.MappedPerson mapped) {
    ObjectNode json = JsonAnswer.object();
    json.set("person", SourceUserJson.brief(mapped.person()));
    ArrayNode attributes = json.putArray("attributes");
    mapped.attributes().forEach(attribute -> attributes.add(of(attribute)));
    DesiredAccount account = mapped.account();
    ObjectNode result = json.putObject("account");
    result.put("active", account.active());
    if (account.account() != null) {
      ObjectNode values = result.putObject("values");
      values.put("username", account.account().name().value());
      account.attributes().forEach(values::put);
    }
    texts().put(result, account.problem() == null ? null : message(account.problem()));
    ArrayNode remarks = result.putArray("remarks");
    account.remarks().forEach(remark -> texts().put(remarks.addObject(), message(remark)));
    return json;
  }

  private ObjectNode of(SourcePreview.Mapped mapped) {
    List<Transformed> way = mapped.way();
    Transformed last = way.get(way.size() - 1);
    ObjectNode json =
        JsonAnswer.object()
            .put("target", mapped.attribute().target())
            .put("key", JsonAnswer.orNull(mapped.attribute().key()))
            .put("value", last.value());
    ArrayNode steps = json.putArray("way");
    way.stream().filter(Transformed::ok).map(Transformed::value).forEach(steps::add);
    texts().put(json, last.ok() ? null : message(last.problem()));
    return json;
  }

  private static Message message(MappingProblem problem) {
    return Message.of(problem.code(), problem.detail());
  }
}
