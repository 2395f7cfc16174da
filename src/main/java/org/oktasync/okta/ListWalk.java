package org.oktasync.okta;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.oktasync.control.StopSignal;
import org.oktasync.source.Completeness;

/** Follows the pages of one list to its end, and notices when there is none. */
final class ListWalk<T> {
  static final String REPEATED_CURSOR = "okta-repeated-cursor";
  static final String REPEATED_ID = "okta-repeated-id";
  static final String WITHOUT_ID = "okta-record-without-id";
  static final String LIMITED = "okta-list-limited";

  /** Pages without content may follow each other, but not for ever. */
  private static final int MOST_EMPTY_PAGES = 100;

  private final OktaCalls calls;
  private final AnswerReader<Page<T>> reader;
  private final Function<T, String> id;
  private final Set<URI> asked = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private boolean unidentified;
  private int emptyPages;

  /** A walk over one list; another list needs another walk. */
  ListWalk(OktaCalls calls, AnswerReader<Page<T>> reader, Function<T, String> id) {
    this.calls = calls;
    this.reader = reader;
    this.id = id;
  }

  /**
   * Reads page after page.
   *
   * @param sink takes each page once it is whole
   * @return whether the list came whole; ids that repeat in different pages are for the caller to
   *     find, who sorts them anyway
   * @throws org.oktasync.source.SourceException when a page could not be read; the pages before it
   *     were given to the sink
   */
  Completeness walk(OktaRequest first, StopSignal stop, Consumer<Page<T>> sink) {
    return walkWhile(
        first,
        stop,
        page -> {
          sink.accept(page);
          return true;
        });
  }

  /**
   * Reads page after page for as long as somebody wants more.
   *
   * @param sink takes each page once it is whole, and says whether to go on
   * @return as {@link #walk}; not whole when the sink did not want to go on
   * @throws org.oktasync.source.SourceException as {@link #walk}
   */
  Completeness walkWhile(OktaRequest first, StopSignal stop, Predicate<Page<T>> sink) {
    OktaRequest request = first;
    while (true) {
      asked.add(request.uri());
      Page<T> page = calls.get(request, stop, reader);
      if (isLoop(page)) {
        return Completeness.broken(REPEATED_ID);
      }
      if (!sink.test(page)) {
        return Completeness.broken(LIMITED);
      }
      unidentified |= page.unidentified() > 0;
      Optional<URI> next = page.next();
      if (next.isEmpty()) {
        return unidentified ? Completeness.broken(WITHOUT_ID) : Completeness.WHOLE;
      }
      if (asked.contains(next.get()) || emptyPages > MOST_EMPTY_PAGES) {
        return Completeness.broken(REPEATED_CURSOR);
      }
      request = request.at(next.get());
    }
  }

  /**
   * Reads the first page alone.
   *
   * @throws org.oktasync.source.SourceException when it could not be read
   */
  Page<T> firstPage(OktaRequest first, StopSignal stop) {
    return calls.get(first, stop, reader);
  }

  /** A server that ignores its own cursors answers with the same page for ever. */
  private boolean isLoop(Page<T> page) {
    if (page.items().isEmpty()) {
      emptyPages++;
      return false;
    }
    return !beginnings.add(id.apply(page.items().get(0)));
  }
}
