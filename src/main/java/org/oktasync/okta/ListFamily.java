package org.oktasync.okta;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.oktasync.control.StopSignal;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;

/**
 * Reads lists that belong together, each judged on its own, until asking on makes no sense. Safe
 * for use by many threads.
 */
final class ListFamily {
  private final OktaLists lists;
  private final Consumer<Instant> dated;
  private final StopSignal stop;
  private final Hope hope = new Hope();

  /**
   * @param dated takes the server's time of each page
   */
  ListFamily(OktaLists lists, Consumer<Instant> dated, StopSignal stop) {
    this.lists = lists;
    this.dated = dated;
    this.stop = stop;
  }

  /**
   * As {@link #read(RecordParser, Function, PageSize, IntFunction, Consumer)}, pages of one size.
   */
  <T> ListOutcome read(
      RecordParser<T> parser, Function<T, String> id, OktaRequest first, Consumer<T> sink) {
    return judged(() -> walk(parser, id, first, sink));
  }

  /**
   * Reads one list.
   *
   * @param id of an object; one that comes again on a later page breaks the list
   * @param first the request for pages of a size
   * @param sink takes each object; more than once when large pages turn out to be too much
   * @throws SourceException when the source refuses the token
   */
  <T> ListOutcome read(
      RecordParser<T> parser,
      Function<T, String> id,
      PageSize size,
      IntFunction<OktaRequest> first,
      Consumer<T> sink) {
    return judged(
        () ->
            size.read(
                limit -> {
                  OktaRequest request = first.apply(limit);
                  return walk(
                      parser, id, size.canShrink(limit) ? request.withShrinkable() : request, sink);
                }));
  }

  private interface Reading {
    Completeness read();
  }

  private ListOutcome judged(Reading reading) {
    stop.check();
    if (hope.lost().isPresent()) {
      return ListOutcome.of(Completeness.broken(hope.lost().get()));
    }
    try {
      Completeness judged = reading.read();
      hope.worked();
      return ListOutcome.of(judged);
    } catch (SourceException e) {
      if (e.problem().code().equals(OktaErrorTranslator.TOKEN)) {
        throw e;
      }
      hope.failed(e);
      return ListOutcome.failed(e);
    }
  }

  private <T> Completeness walk(
      RecordParser<T> parser, Function<T, String> id, OktaRequest first, Consumer<T> sink) {
    SeenIds seen = new SeenIds();
    boolean[] repeated = {false};
    Completeness judged =
        lists
            .anyWalk(parser, id)
            .walk(
                first,
                stop,
                page -> {
                  page.date().ifPresent(dated);
                  repeated[0] |= seen.repeats(page.items().stream().map(id).toList());
                  page.items().forEach(sink);
                });
    return judged.complete() && repeated[0] ? Completeness.broken(ListWalk.REPEATED_ID) : judged;
  }
}
