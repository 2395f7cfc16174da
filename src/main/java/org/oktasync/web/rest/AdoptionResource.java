package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.run.adoption.Adoption;
import org.oktasync.run.adoption.AdoptionCandidate;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.adoption.AdoptionChoice;
import org.oktasync.run.adoption.NamesakeGroup;
import org.oktasync.run.settings.ConnectionControl;

/** Existing accounts and groups that a connection could take over: seen and confirmed. */
@Named
@Path("/connections/{id}/adoption")
@Produces(JsonAnswer.TYPE)
public class AdoptionResource extends AdminResource {
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::label).toList();
  private static final List<String> IN_BULK =
      Arrays.stream(Verdict.values()).filter(Verdict::inBulk).map(Verdict::label).toList();
  private static final List<String> KINDS =
      List.of(EntityKind.USER.label(), EntityKind.GROUP.label());

  private final ConnectionControl connections;
  private final Adoption adoption;
  private final AdoptionPreviews previews;

  @Inject
  public AdoptionResource(
      RestEntry entry,
      ConnectionControl connections,
      Adoption adoption,
      AdoptionPreviews previews) {
    super(entry);
    this.connections = connections;
    this.adoption = adoption;
    this.previews = previews;
  }

  /**
   * 200 with the candidates that the query asks for, and how many there are of each verdict in all.
   *
   * @param refresh {@code true} to read Okta and Jira anew
   */
  @GET
  public Response preview(
      @PathParam("id") String id,
      @QueryParam("verdict") String verdict,
      @QueryParam("kind") String kind,
      @QueryParam("q") String text,
      @QueryParam("refresh") String refresh,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          CandidateFilter filter =
              new CandidateFilter(
                  Labels.oneOf("verdict", verdict, VERDICTS),
                  Labels.oneOf("kind", kind, KINDS),
                  Labels.text(text));
          Connection connection = existing(id);
          if (Boolean.parseBoolean(refresh)) {
            previews.drop(connection.id());
          }
          return JsonAnswer.ok(of(preview(connection, user), filter, query));
        });
  }

  private AdoptionPreviews.Preview preview(Connection connection, String user) {
    return previews.of(
        connection.id(), connection.version(), () -> adoption.preview(connection.id(), user));
  }

  private ObjectNode of(AdoptionPreviews.Preview preview, CandidateFilter filter, ListQuery query) {
    List<AdoptionCandidate> wanted = preview.candidates().stream().filter(filter::matches).toList();
    ObjectNode json = JsonAnswer.list(query.of(wanted), this::of);
    ObjectNode summary = json.putObject("summary");
    VERDICTS.forEach(verdict -> summary.put(verdict, 0));
    preview.candidates().stream()
        .collect(Collectors.groupingBy(AdoptionCandidate::verdict, Collectors.counting()))
        .forEach((verdict, count) -> summary.put(verdict.label(), count));
    json.put("membershipAggregation", adoption.aggregation().label());
    return json.put("readAt", JsonAnswer.time(preview.readAt()));
  }

  private ObjectNode of(AdoptionCandidate candidate) {
    return JsonAnswer.object()
        .put("kind", candidate.kind().label())
        .put("sourceId", candidate.sourceId().value())
        .put("sourceName", candidate.sourceName())
        .put("sourceEmail", JsonAnswer.orNull(candidate.sourceEmail()))
        .put("name", candidate.name())
        .put("email", JsonAnswer.orNull(candidate.email()))
        .put("rule", candidate.rule())
        .put("verdict", candidate.verdict().label())
        .put("reason", candidate.doubt() == null ? null : texts().of(candidate.doubt()))
        .put("bulk", candidate.verdict().inBulk())
        .put("adoptable", candidate.verdict().adoptable())
        .set("elsewhere", of(candidate.elsewhere()));
  }

  private static ObjectNode of(AdoptionCandidate.Elsewhere elsewhere) {
    return elsewhere == null
        ? null
        : JsonAnswer.object()
            .put("directoryId", elsewhere.directoryId())
            .put("directory", elsewhere.directory())
            .put("position", elsewhere.position())
            .put("targetPosition", elsewhere.targetPosition())
            .put("hides", elsewhere.hides());
  }

  /** 200 with the groups that people could bring along from other directories. */
  @GET
  @Path("/groups")
  public Response groups(
      @PathParam("id") String id,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          Connection connection = existing(id);
          List<AdoptionCandidate> candidates = preview(connection, user).candidates();
          List<NamesakeGroup> groups = adoption.groups(connection.id(), candidates);
          return JsonAnswer.ok(JsonAnswer.list(query.of(groups), this::of));
        });
  }

  private ObjectNode of(NamesakeGroup group) {
    Message obstacle = group.obstacle();
    return JsonAnswer.object()
        .put("name", group.name())
        .put("people", group.people())
        .put("chosen", group.chosen())
        .put("reason", obstacle == null ? null : texts().of(obstacle));
  }

  /** 200 with how many words were taken back that somebody takes over an account. */
  @POST
  @Path("/withdraw")
  @Consumes(JsonAnswer.TYPE)
  public Response withdraw(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Set<String> ids = new TreeSet<>(JsonBody.read(body).texts("sourceIds"));
          ids.removeIf(String::isBlank);
          if (ids.isEmpty()) {
            throw RequestRejectedException.of(null, "nothing-chosen");
          }
          Connection connection = existing(id);
          previews.drop(connection.id());
          int withdrawn = adoption.withdraw(connection.id(), ids);
          log().info("Connection %d: %d take-overs were taken back", connection.id(), withdrawn);
          return JsonAnswer.ok(JsonAnswer.object().put("withdrawn", withdrawn));
        });
  }

  /** 202 with the id of the run that links what was chosen. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response confirm(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          AdoptionChoice choice = choice(JsonBody.read(body));
          Connection connection = existing(id);
          previews.drop(connection.id());
          return JsonAnswer.accepted(adoption.confirm(connection.id(), choice, user).id());
        });
  }

  private static AdoptionChoice choice(JsonBody body) {
    Set<String> labels = new TreeSet<>(body.texts("verdicts"));
    labels.forEach(label -> Labels.oneOf("verdicts", label, IN_BULK));
    Set<Verdict> verdicts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> labels.contains(verdict.label()))
            .collect(Collectors.toSet());
    Set<String> sourceIds = Set.copyOf(body.texts("sourceIds"));
    if (verdicts.isEmpty() && sourceIds.isEmpty()) {
      throw RequestRejectedException.of(null, "nothing-chosen");
    }
    return new AdoptionChoice(verdicts, sourceIds);
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
