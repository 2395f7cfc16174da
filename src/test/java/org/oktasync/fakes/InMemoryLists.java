package org.oktasync.fakes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceLists;

/**
 * Lists in memory by their paths; they can be made to break off. Of queries nothing counts but a
 * condition about ids.
 */
public final class InMemoryLists implements SourceLists {
  private static final Pattern ID = Pattern.compile("id eq \"([^\"]*)\"");

  private final Map<String, List<SourceValue.Fields>> lists = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> missing = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private Function<String, Optional<List<SourceValue.Fields>>> answers = path -> Optional.empty();

  /** The list at a path. */
  public InMemoryLists list(String path, SourceValue.Fields... objects) {
    lists.put(path, List.of(objects));
    return this;
  }

  /** Where no list stands at a path, this says what does. */
  public InMemoryLists answer(Function<String, Optional<List<SourceValue.Fields>>> others) {
    answers = others;
    return this;
  }

  /** The addresses that were asked for, in order; to be cleared by whoever counts. */
  public List<String> asked() {
    return asked;
  }

  /** The list breaks off in the middle. */
  public InMemoryLists breakOff(String path) {
    broken.add(path);
    return this;
  }

  /** The source does not offer the list. */
  public InMemoryLists withoutFeature(String path) {
    missing.add(path);
    return this;
  }

  /** All lists are whole again. */
  public InMemoryLists mend() {
    broken.clear();
    return this;
  }

  @Override
  public Optional<Message> problem(ListRequest request) {
    return request.address().startsWith("/api/")
        ? Optional.empty()
        : Optional.of(Message.of("no-such-address", request.address()));
  }

  @Override
  public ListEnd stream(ListRequest request, StopSignal stop, Consumer<SourceElement> sink) {
    problem(request).ifPresent(problem -> fail(Kind.FATAL, problem));
    stop.check();
    String path = request.address().split("\\?", 2)[0];
    if (missing.contains(path)) {
      fail(Kind.FEATURE_MISSING, Message.of("feature-missing", path));
    }
    asked.add(request.address());
    List<SourceValue.Fields> list = lists.getOrDefault(path, answers.apply(path).orElse(null));
    if (list == null) {
      fail(Kind.NOT_FOUND, Message.of("no-such-list", path));
    }
    List<SourceValue.Fields> all = meant(list, request.address());
    long come = broken.contains(path) ? all.size() / 2 : all.size();
    boolean limited = request.dataLimit() > 0 && request.dataLimit() < come;
    long given = limited ? request.dataLimit() : come;
    for (int i = 0; i < given; i++) {
      sink.accept(new SourceElement(i, id(all.get(i)), all.get(i)));
    }
    boolean whole = !limited && !broken.contains(path);
    return new ListEnd(given, limited, whole ? Completeness.WHOLE : Completeness.broken("broken"));
  }

  private static List<SourceValue.Fields> meant(List<SourceValue.Fields> all, String address) {
    Set<String> ids = new HashSet<>();
    Matcher condition = ID.matcher(URLDecoder.decode(address, StandardCharsets.UTF_8));
    while (condition.find()) {
      ids.add(condition.group(1));
    }
    return ids.isEmpty() ? all : all.stream().filter(one -> ids.contains(id(one))).toList();
  }

  private static void fail(Kind kind, Message problem) {
    throw new SourceException(kind, problem, null);
  }

  private static String id(SourceValue.Fields object) {
    SourceValue id = object.values().get("id");
    return id == null ? "" : id.text();
  }

  @Override
  public ListReading read(ListRequest request, Path folder, StopSignal stop, Progress progress) {
    List<SourceElement> elements = new ArrayList<>();
    ListEnd end = stream(request, stop, elements::add);
    elements.sort(
        Comparator.comparing((SourceElement element) -> element.id().isEmpty())
            .thenComparing(SourceElement::id)
            .thenComparing(SourceElement::position));
    return new ListReading() {
      @Override
      public Instant readAt() {
        return Instant.EPOCH;
      }

      @Override
      public ListEnd end() {
        return end;
      }

      @Override
      public Cursor<SourceElement> elements() {
        return Cursor.over(elements);
      }

      @Override
      public void close() {}
    };
  }
}
