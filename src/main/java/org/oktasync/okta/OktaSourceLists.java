package org.oktasync.okta;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListReading;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLists;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** Reads any list of Okta by its path. */
final class OktaSourceLists implements SourceLists {
  static final String REFUSED = "okta-list-refused";

  /** Objects held in memory before they are written. */
  private static final int BUFFER = 1_000;

  private final OktaLists lists;
  private final Readings readings;
  private final Clock clock;

  OktaSourceLists(OktaLists lists, Readings readings, Clock clock) {
    this.lists = lists;
    this.readings = readings;
    this.clock = clock;
  }

  @Override
  public Optional<Message> problem(ListRequest request) {
    return ListAddress.problem(request.address());
  }

  @Override
  public ListEnd stream(ListRequest request, StopSignal stop, Consumer<SourceElement> sink) {
    return new Stream(request, stop, sink, Progress.NONE).read();
  }

  @Override
  public ListReading read(ListRequest request, Path folder, StopSignal stop, Progress progress) {
    return readings.run(
        folder,
        stop,
        (files, work) -> {
          SortedSpool<SourceElement> spool =
              new SortedSpool<>(files, "list", new ElementCodec(), BUFFER);
          Stream stream = new Stream(request, stop, spool::add, progress);
          ListEnd end = stream.read();
          spool.seal();
          Instant readAt = stream.firstAnswer == null ? clock.instant() : stream.firstAnswer;
          return new StoredList(readAt, end, spool, files);
        });
  }

  /** One walk over one list. */
  private final class Stream {
    private final OktaRequest first;
    private final String written;
    private final long most;
    private final StopSignal stop;
    private final Consumer<SourceElement> sink;
    private final Progress progress;
    private final SeenIds seen = new SeenIds();
    private Instant firstAnswer;
    private boolean begun;
    private boolean repeated;
    private boolean limited;
    private long position;

    Stream(ListRequest request, StopSignal stop, Consumer<SourceElement> sink, Progress progress) {
      ListAddress address = ListAddress.of(request.address());
      int pageSize = pageSize(address, request);
      this.first = lists.request(PageLimits.fitted(address, pageSize).pathAndQuery());
      this.written = address.readable();
      this.most = request.dataLimit();
      this.stop = stop;
      this.sink = sink;
      this.progress = progress;
    }

    ListEnd read() {
      Completeness judged = walk();
      if (judged.complete() && repeated) {
        judged = Completeness.broken(ListWalk.REPEATED_ID);
      }
      return new ListEnd(position, limited, judged);
    }

    private Completeness walk() {
      try {
        return lists
            .anyWalk(new ObjectParser(), OktaSourceLists::identity)
            .walkWhile(first, stop, this::take);
      } catch (SourceException e) {
        if (!begun) {
          throw toldApart(e);
        }
        return Completeness.broken(e.problem().code());
      }
    }

    /** Of a list that is refused, what somebody wrote into its address is to blame. */
    private SourceException toldApart(SourceException e) {
      List<String> arguments = e.problem().arguments();
      return e.problem().code().equals(OktaErrorTranslator.REFUSED)
          ? new SourceException(e.kind(), Message.of(REFUSED, arguments.get(0), written), e)
          : e;
    }

    private boolean take(Page<SourceValue.Fields> page) {
      begun = true;
      if (firstAnswer == null) {
        firstAnswer = page.date().orElse(null);
      }
      repeated |= seen.repeats(page.items().stream().map(TreePath::id).toList());
      for (SourceValue.Fields value : page.items()) {
        if (full()) {
          limited = true;
          return false;
        }
        sink.accept(new SourceElement(position++, TreePath.id(value), value));
      }
      progress.advance(page.items().size());
      limited = full() && page.next().isPresent();
      return !limited;
    }

    private boolean full() {
      return most > 0 && position >= most;
    }
  }

  /** A few objects need no large page. */
  private static int pageSize(ListAddress address, ListRequest request) {
    boolean few = request.dataLimit() > 0 && request.dataLimit() < OktaLists.PAGE;
    return few && request.pageSize() == 0 && !address.hasLimit()
        ? (int) request.dataLimit()
        : request.pageSize();
  }

  /** What tells the beginnings of pages apart. */
  private static String identity(SourceValue.Fields value) {
    String id = TreePath.id(value);
    return id.isEmpty() ? TreePath.canonical(value) : id;
  }

  /** A list in a spool file. */
  private record StoredList(
      Instant readAt, ListEnd end, SortedSpool<SourceElement> spool, SpoolFolder files)
      implements ListReading {
    @Override
    public Cursor<SourceElement> elements() {
      return spool.cursor();
    }

    @Override
    public void close() {
      files.close();
    }
  }
}
