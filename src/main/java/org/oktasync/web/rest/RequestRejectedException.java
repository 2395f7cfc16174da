package org.oktasync.web.rest;

import java.util.List;
import org.oktasync.config.FieldProblem;
import org.oktasync.model.Message;

/** A request that cannot be answered as it was sent. */
final class RequestRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<FieldProblem> problems;

  private RequestRejectedException(int status, List<FieldProblem> problems) {
    super(problems.toString());
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  /** The thing that the path names does not exist. */
  static RequestRejectedException notFound() {
    return new RequestRejectedException(
        404, List.of(new FieldProblem(null, Message.of("not-found"))));
  }

  /**
   * Something in the request is wrong.
   *
   * @param field the field or query parameter; null when it concerns none
   */
  static RequestRejectedException of(String field, String code, Object... arguments) {
    return of(List.of(FieldProblem.of(field, code, arguments)));
  }

  /** Several things in the request are wrong. */
  static RequestRejectedException of(List<FieldProblem> problems) {
    return new RequestRejectedException(400, problems);
  }

  /** The status to answer with. */
  int status() {
    return status;
  }

  /** What is wrong; never empty. */
  List<FieldProblem> problems() {
    return problems;
  }
}
