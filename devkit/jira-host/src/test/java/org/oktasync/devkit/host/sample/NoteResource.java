package org.oktasync.devkit.host.sample;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** REST calls of the sample add-on. */
@Named
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
  private final Notes notes;

  /** Takes a bean of the add-on. */
  @Inject
  public NoteResource(Notes notes) {
    this.notes = notes;
  }

  /** A JSON bean. */
  public static class Body {
    /** Its only field. */
    public String text;
  }

  /** For licensed users, by default. */
  @GET
  public List<String> all() {
    return notes.texts();
  }

  /** For everybody. */
  @GET
  @Path("open")
  @UnrestrictedAccess
  public List<String> open() {
    return List.of(notes.early());
  }

  /** For system administrators. */
  @GET
  @Path("secret")
  @SystemAdminOnly
  public List<String> secret() {
    return List.of("secret");
  }

  /** Takes a bean. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public List<String> add(Body body) {
    notes.add(body.text);
    return List.of(body.text);
  }

  /** Takes the JSON as text. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public String put(String json) {
    return json;
  }

  /** Takes a form. */
  @POST
  @Path("form")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public String form(String text) {
    return "{}";
  }

  /** Fails in a transaction. */
  @POST
  @Path("failing")
  @Consumes(MediaType.APPLICATION_JSON)
  public String failing(Body body) {
    try {
      notes.addAndFail(body.text);
    } catch (IllegalStateException e) {
      return "{\"failed\":true}";
    }
    return "{\"failed\":false}";
  }

  /** Has no body. */
  @DELETE
  public String delete() {
    return "{}";
  }
}
