package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.AttributeSettings;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsJson;
import org.oktasync.config.StepSettings;
import org.oktasync.mapping.AttributeMapping;
import org.oktasync.mapping.Transformation;
import org.oktasync.mapping.Transformed;
import org.oktasync.mapping.WhenEmpty;
import org.oktasync.model.Message;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceValue;
import org.oktasync.run.rules.StepReader;

/** Tries transformations on a value that somebody types. */
@Named
@Path("/transformations")
@Produces(JsonAnswer.TYPE)
public class TransformationResource extends AdminResource {
  /** Where the typed value stands among the attributes. */
  private static final String TYPED = "typed";

  private final ConnectionInput input;

  @Inject
  public TransformationResource(RestEntry entry, SettingsJson settingsJson) {
    super(entry);
    this.input = new ConnectionInput(settingsJson);
  }

  /**
   * 200 with the value after each step.
   *
   * @param body {@code value}, {@code steps} as in a mapping, and {@code attributes} by path for
   *     steps that read others
   */
  @POST
  @Path("try")
  @Consumes(JsonAnswer.TYPE)
  public Response attempt(String body) {
    return answer(user -> JsonAnswer.ok(attempt(JsonBody.read(body))));
  }

  private ObjectNode attempt(JsonBody fields) {
    List<FieldProblem> problems = new ArrayList<>();
    List<Transformation> steps = new StepReader(problems).read("steps", steps(fields));
    if (!problems.isEmpty()) {
      throw RequestRejectedException.of(problems);
    }
    AttributeMapping mapping = new AttributeMapping("", TYPED, steps, WhenEmpty.KEEP);
    List<Transformed> way = mapping.trace(attributes(fields));
    ObjectNode answer = JsonAnswer.object();
    ArrayNode values = answer.putArray("values");
    way.stream().filter(Transformed::ok).map(Transformed::value).forEach(values::add);
    Transformed last = way.get(way.size() - 1);
    return texts()
        .put(answer, last.ok() ? null : Message.of(last.problem().code(), last.problem().detail()));
  }

  /** Read as a part of settings, so that the same types are asked for. */
  private List<StepSettings> steps(JsonBody fields) {
    ObjectNode attribute = JsonAnswer.object().put("target", "email");
    attribute.set("steps", fields.json().path("steps"));
    if (attribute.get("steps").isMissingNode()) {
      attribute.putArray("steps");
    }
    ObjectNode settings = JsonAnswer.object();
    settings.putObject("mapping").putArray("attributes").add(attribute);
    List<AttributeSettings> read =
        input
            .draft(JsonBody.read(settings.toString()), ConnectionSettings.defaults())
            .settings()
            .mapping()
            .attributes();
    return read.get(0).steps();
  }

  private static SourceRecord attributes(JsonBody fields) {
    Map<String, SourceValue> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.object("attributes").json().properties()) {
      values.put(field.getKey(), new SourceValue.Text(field.getValue().asText()));
    }
    values.put(TYPED, new SourceValue.Text(fields.text("value").orElse("")));
    return new SourceRecord(values);
  }
}
