package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.record.Finding;
import org.oktasync.record.Findings;
import org.oktasync.record.Page;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConnectionControl;

/** What the runs of a connection leave alone until a person settles it. */
@Named
@Path("/connections/{id}/findings")
@Produces(JsonAnswer.TYPE)
public class FindingResource extends AdminResource {
  private final ConnectionControl connections;
  private final Findings findings;

  @Inject
  public FindingResource(RestEntry entry, ConnectionControl connections, RunPorts ports) {
    super(entry);
    this.connections = connections;
    this.findings = ports.findings();
  }

  /**
   * 200 with findings, by kind and subject.
   *
   * @param text beginning of a subject, or an exact source id
   */
  @GET
  public Response list(
      @PathParam("id") String id,
      @QueryParam("q") String text,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          Page<Finding> page =
              findings.search(connection.id(), Labels.text(text), query.start(), query.limit());
          return JsonAnswer.ok(JsonAnswer.list(page, this::of));
        });
  }

  private ObjectNode of(Finding finding) {
    return JsonAnswer.object()
        .put("kind", finding.kind().label())
        .put("sourceId", finding.sourceId())
        .put("subject", finding.subject())
        .put("reason", finding.reason())
        .put("detail", JsonAnswer.orNull(finding.detail()))
        .put("message", texts().of(finding.reason(), finding.detail()));
  }
}
