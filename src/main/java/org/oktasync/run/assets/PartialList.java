package org.oktasync.run.assets;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;

/**
 * The requests that read a part of a list.
 *
 * @param requests one after the other
 * @param capped whether they end earlier than the mapping says
 * @param waits whether the rest of the list is to be looked at as well, and waits
 * @param listed whether an object that is answered is one of the list
 */
record PartialList(
    List<ListRequest> requests, boolean capped, boolean waits, Predicate<SourceElement> listed) {
  /** What Okta gives in one answer when nobody says how much. */
  private static final int PAGE = 200;

  private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d{1,5})(&|$)");

  /**
   * The requests for a part; empty when it must wait.
   *
   * @param known how many objects of the list are known, from which its length is guessed
   * @param most at most so many objects; 0 for all
   */
  static Optional<PartialList> of(ObjectMapping mapping, ListPart part, long known, int most) {
    if (part instanceof ListPart.Some some) {
      return some(mapping, some).or(() -> whole(mapping, some.calls(), known));
    } else if (part instanceof ListPart.Short few) {
      return whole(mapping, few.calls(), known).or(() -> again(mapping, few, known));
    }
    boolean fewer = most > 0 && mapping.dataLimit() > 0;
    return Optional.of(list(mapping, fewer ? Math.min(most, mapping.dataLimit()) : most, false));
  }

  private static PartialList list(ObjectMapping mapping, int most, boolean capped) {
    ListRequest request =
        ListRequest.of(mapping.listAddress()).withPageSize(mapping.pageSize()).withDataLimit(most);
    return new PartialList(List.of(request), capped, false, element -> true);
  }

  private static Optional<PartialList> some(ObjectMapping mapping, ListPart.Some some) {
    return ListedThings.addressesOf(mapping, some.ids())
        .filter(addresses -> addresses.size() <= some.calls())
        .map(
            addresses ->
                new PartialList(
                    addresses.stream().map(ListRequest::of).toList(),
                    false,
                    false,
                    element -> ListedThings.shows(mapping, element)));
  }

  /** Of a list that is too long those objects that are looked at all the same. */
  private static Optional<PartialList> again(
      ObjectMapping mapping, ListPart.Short few, long known) {
    return few.again().isEmpty()
        ? Optional.empty()
        : some(mapping, new ListPart.Some(few.again(), few.callsForThem()))
            .map(PartialList::waiting)
            .or(() -> whole(mapping, few.callsForThem(), known));
  }

  private PartialList waiting() {
    return new PartialList(requests, capped, true, listed);
  }

  /** A list that turns out to be longer than was guessed is read as far as its calls go. */
  private static Optional<PartialList> whole(ObjectMapping mapping, int calls, long known) {
    int page = page(mapping);
    return calls == 0 || known > (long) calls * page
        ? Optional.empty()
        : Optional.of(list(mapping, calls * page, true));
  }

  private static int page(ObjectMapping mapping) {
    if (mapping.pageSize() > 0) {
      return mapping.pageSize();
    }
    Matcher limit = LIMIT.matcher(mapping.dataSource());
    return limit.find() ? Math.max(1, Integer.parseInt(limit.group(1))) : PAGE;
  }
}
