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
import org.oktasync.record.JournalSize;

/** The journal as a whole. */
@Named
@Path("/journal")
@Produces(JsonAnswer.TYPE)
public class JournalResource extends AdminResource {
  private static final double MEGABYTE = 1 << 20;

  private final JournalSize size;

  @Inject
  public JournalResource(RestEntry entry, JournalSize size) {
    super(entry);
    this.size = size;
  }

  /** 200 with the rows of each table and an estimate of the room that they take. */
  @GET
  @Path("size")
  public Response size() {
    return answer(
        user -> {
          List<JournalSize.Table> tables = size.tables();
          long rows = tables.stream().mapToLong(JournalSize.Table::rows).sum();
          long bytes = tables.stream().mapToLong(JournalSize.Table::bytes).sum();
          ObjectNode json =
              JsonAnswer.object().put("rows", rows).put("megabytes", megabytes(bytes));
          ArrayNode values = json.putArray("tables");
          for (JournalSize.Table table : tables) {
            values
                .addObject()
                .put("table", table.name())
                .put("rows", table.rows())
                .put("megabytes", megabytes(table.bytes()));
          }
          return JsonAnswer.ok(json);
        });
  }

  private static double megabytes(long bytes) {
    return Math.round(10 * bytes / MEGABYTE) / 10.0;
  }
}
