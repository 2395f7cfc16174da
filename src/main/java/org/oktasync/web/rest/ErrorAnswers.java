package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SecretStore.SecretStoreException;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsStore.StaleVersionException;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;
import org.oktasync.web.access.AccessDeniedException;

/**
 * Turns what was thrown into an answer that names cause and remedy. What only time mends is 503;
 * what the request or the settings must mend is 400 or 409; nothing shows a stack trace.
 */
final class ErrorAnswers {
  private static final Set<String> MISSING = Set.of("connection-missing", "person-unknown");

  private final Texts texts;
  private final SyncLog log;

  ErrorAnswers(Texts texts, SyncLog log) {
    this.texts = texts;
    this.log = log;
  }

  /** The answer to an exception of any kind. */
  Response of(RuntimeException thrown) {
    if (thrown instanceof CompletionException && thrown.getCause() instanceof RuntimeException e) {
      return of(e);
    } else if (thrown instanceof AccessDeniedException e) {
      return e.signedIn() ? error(403, "not-administrator") : error(401, "not-signed-in");
    } else if (thrown instanceof RequestRejectedException e) {
      return errors(e.status(), e.problems()).build();
    } else if (thrown instanceof SettingsRejectedException e) {
      return errors(400, e.problems()).build();
    } else if (thrown instanceof StaleVersionException) {
      return errors(409, List.of(FieldProblem.of("version", "stale-version"))).build();
    } else if (thrown instanceof RunRefusedException e) {
      return refused(e);
    }
    return ofAnotherSystem(thrown);
  }

  private Response ofAnotherSystem(RuntimeException thrown) {
    if (thrown instanceof SourceException e) {
      return ofSource(e);
    } else if (thrown instanceof TargetException e) {
      return error(status(e.kind()), e.problem());
    } else if (thrown instanceof StoppedException) {
      return error(503, "node-stopping");
    } else if (thrown instanceof SecretStoreException e) {
      log.error(e, "A secret could not be sealed or opened");
      return error(503, "secret-key-unusable");
    }
    return unexpected(thrown);
  }

  private Response refused(RunRefusedException e) {
    boolean missing = MISSING.contains(e.problem().code());
    ObjectNode body = body(List.of(new FieldProblem(null, e.problem())));
    if (e.runId() != 0) {
      body.put("id", e.runId());
    }
    return JsonAnswer.of(missing ? 404 : 409, body).build();
  }

  private Response ofSource(SourceException e) {
    int status =
        switch (e.kind()) {
          case RETRY, RETRY_AFTER, FATAL -> 503;
          case DENIED, NOT_FOUND, FEATURE_MISSING -> 409;
        };
    ResponseBuilder answer = errors(status, List.of(new FieldProblem(null, e.problem())));
    e.retryAfter().ifPresent(wait -> answer.header("Retry-After", Math.max(1, wait.toSeconds())));
    return answer.build();
  }

  private static int status(TargetException.Kind kind) {
    return switch (kind) {
      case RETRY, FATAL -> 503;
      case INVALID -> 400;
      case NOT_FOUND, CHANGED_SINCE, CONFLICT, DENIED -> 409;
    };
  }

  private Response unexpected(RuntimeException thrown) {
    String id = Integer.toHexString(System.identityHashCode(thrown));
    log.error(thrown, "A REST call failed unexpectedly; the answer names it %s", id);
    return error(500, Message.of("unexpected", id));
  }

  private Response error(int status, String code) {
    return error(status, Message.of(code));
  }

  private Response error(int status, Message problem) {
    return errors(status, List.of(new FieldProblem(null, problem))).build();
  }

  private ResponseBuilder errors(int status, List<FieldProblem> problems) {
    return JsonAnswer.of(status, body(problems));
  }

  private ObjectNode body(List<FieldProblem> problems) {
    ObjectNode body = JsonAnswer.object();
    ArrayNode errors = body.putArray("errors");
    for (FieldProblem problem : problems) {
      texts.put(errors.addObject().put("field", problem.field()), problem.message());
    }
    return body;
  }
}
