package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns lists into pages: limits, cursors and next pages.
 *
 * @param cursors makes and reads cursors
 * @param cap largest page that is given, 0 for none
 */
record Pages(Cursors cursors, int cap) {
  /** Fetches what follows item number {@code after}. */
  interface Source<T> {
    Slice<T> fetch(int after, int limit);
  }

  /** The page size for a call: what it asks for, at most {@code max}. */
  int limit(Call call, int standard, int max) {
    String asked = call.parameter("limit");
    if (asked != null && !asked.matches("[1-9]\\d{0,8}")) {
      throw OktaError.invalid("limit", "The value must be a positive number: " + asked);
    }
    int page = Math.min(asked == null ? standard : Integer.parseInt(asked), max);
    return cap > 0 ? Math.min(page, cap) : page;
  }

  /**
   * Refuses a call that asks for items in two ways at once, or for an order without a search.
   *
   * @throws OktaError E0000001
   */
  static void oneWay(Call call) {
    long ways =
        Stream.of("filter", "search", "q").filter(way -> call.parameter(way) != null).count();
    if (ways > 1) {
      throw OktaError.invalid("search", "filter, search and q exclude each other");
    }
    if (call.parameter("sortBy") != null && call.parameter("search") == null) {
      throw OktaError.invalid("sortBy", "is for search queries only");
    }
  }

  /** One page with its Link headers. */
  <T> Answer page(
      Call call, int limit, Source<T> source, ToIntFunction<T> number, Function<T, ?> shape) {
    Slice<T> slice = fetch(call, limit, source);
    List<String> links = new ArrayList<>();
    links.add("<" + call.address(Map.of("limit", "" + limit)) + ">; rel=\"self\"");
    next(call, limit, slice, number).ifPresent(next -> links.add("<" + next + ">; rel=\"next\""));
    return Answer.of(slice.items().stream().map(shape).toList()).withLinks(links);
  }

  /** One page as the newer calls give it: an object with the items, and the next page's address. */
  <T> Answer wrapped(
      Call call,
      String field,
      int limit,
      Source<T> source,
      ToIntFunction<T> number,
      Function<T, ?> shape) {
    Slice<T> slice = fetch(call, limit, source);
    Map<String, Object> links = new LinkedHashMap<>();
    next(call, limit, slice, number).ifPresent(next -> links.put("next", Map.of("href", next)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(field, slice.items().stream().map(shape).toList());
    body.put("_links", links);
    return Answer.of(body);
  }

  private <T> Slice<T> fetch(Call call, int limit, Source<T> source) {
    String cursor = call.parameter("after");
    return source.fetch(
        cursor == null ? -1 : (int) cursors.decode(list(call), cursor, 1)[0], limit);
  }

  private <T> Optional<String> next(Call call, int limit, Slice<T> slice, ToIntFunction<T> number) {
    if (!slice.more()) {
      return Optional.empty();
    }
    int last = number.applyAsInt(slice.items().get(slice.items().size() - 1));
    Map<String, String> next = new LinkedHashMap<>();
    next.put("after", cursors.encode(list(call), last));
    next.put("limit", "" + limit);
    return Optional.of(call.address(next));
  }

  /** What a cursor belongs to: the path and what decides which items there are, and their order. */
  private static String list(Call call) {
    return Stream.of("filter", "search", "sortBy", "sortOrder", "q")
        .map(call::parameter)
        .map(String::valueOf)
        .collect(Collectors.joining("|", call.path() + "?", ""));
  }
}
