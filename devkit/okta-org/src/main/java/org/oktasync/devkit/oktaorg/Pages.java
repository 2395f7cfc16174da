package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Turns lists into pages: limits, cursors and Link headers.
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

  /** One page with its Link headers. */
  <T> Answer page(
      Call call, int limit, Source<T> source, ToIntFunction<T> number, Function<T, ?> shape) {
    String list = call.path() + "?" + call.parameter("filter");
    String cursor = call.parameter("after");
    Slice<T> slice =
        source.fetch(cursor == null ? -1 : (int) cursors.decode(list, cursor, 1)[0], limit);
    List<String> links = new ArrayList<>();
    links.add("<" + call.address(Map.of("limit", "" + limit)) + ">; rel=\"self\"");
    if (slice.more()) {
      int last = number.applyAsInt(slice.items().get(slice.items().size() - 1));
      Map<String, String> next = new LinkedHashMap<>();
      next.put("after", cursors.encode(list, last));
      next.put("limit", "" + limit);
      links.add("<" + call.address(next) + ">; rel=\"next\"");
    }
    return Answer.of(slice.items().stream().map(shape).toList()).withLinks(links);
  }
}
