package org.oktasync.web.rest;

import java.io.IOException;
import java.io.OutputStream;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.oktasync.record.JournalPage;
import org.oktasync.record.RunJournal;
import org.oktasync.run.ports.RunPorts;

/** The changes of a run: searched, filtered, downloaded. */
@Named
@Path("/runs/{id}/changes{suffix: [.a-z]*}")
public class RunChangesResource extends AdminResource {
  private static final String CSV = ".csv";
  private static final String JSON = ".json";

  private final RunJournal journal;
  private final ChangeJson json;

  @Inject
  public RunChangesResource(RestEntry entry, RunPorts ports) {
    super(entry);
    this.journal = ports.journal();
    this.json = new ChangeJson(texts());
  }

  /** Writes the body of a download. */
  private interface Body {
    void to(OutputStream out) throws IOException;
  }

  /**
   * 200 with changes, in the order of application: one part of them, or, with a suffix, all of them
   * as a file.
   *
   * @param suffix {@code .csv}, {@code .json} or empty
   * @param request Jira takes {@code .json} off the path before it looks for a resource; what was
   *     asked for is seen here alone
   */
  @GET
  @Produces({JsonAnswer.TYPE, "text/csv"})
  public Response changes(
      @PathParam("id") String id,
      @PathParam("suffix") String suffix,
      @QueryParam("kind") String kind,
      @QueryParam("operation") String operation,
      @QueryParam("outcome") String outcome,
      @QueryParam("q") String text,
      @QueryParam("after") String after,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit,
      @Context HttpServletRequest request) {
    return answer(
        user -> {
          ChangeFilter filter = ChangeFilter.of(kind, operation, outcome, text);
          ListQuery query = ListQuery.of(after, start, limit);
          long run = existing(id);
          ChangeFile file = new ChangeFile(journal, json, run, filter);
          return switch (suffix(suffix, request)) {
            case "" -> page(run, filter, query);
            case CSV -> download(run, CSV, "text/csv;charset=UTF-8", file::writeCsv);
            case JSON -> download(run, JSON, JsonAnswer.TYPE, file::writeJson);
            default -> throw RequestRejectedException.notFound();
          };
        });
  }

  private static String suffix(String suffix, HttpServletRequest request) {
    return suffix.isEmpty() && request.getRequestURI().endsWith(JSON) ? JSON : suffix;
  }

  private long existing(String id) {
    return journal.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound).id();
  }

  private Response page(long run, ChangeFilter filter, ListQuery query) {
    JournalPage page;
    try {
      page = journal.changes(run, filter.part(query));
    } catch (RunJournal.UnknownKeyException e) {
      throw RequestRejectedException.of("after", "page-key-unknown");
    }
    return JsonAnswer.ok(JsonAnswer.list(page, query, entry -> json.of(run, entry)));
  }

  private Response download(long run, String suffix, String type, Body body) {
    StreamingOutput stream = out -> write(run, body, out);
    String name = "okta-sync-run-" + run + "-changes" + suffix;
    return Response.status(200)
        .entity(stream)
        .type(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** A download that cannot go on breaks off, lest half of it be taken for the whole. */
  private void write(long run, Body body, OutputStream out) throws IOException {
    try {
      body.to(out);
    } catch (RuntimeException e) {
      log().error(e, "The download of the changes of run %d broke off", run);
      throw e;
    }
  }
}
