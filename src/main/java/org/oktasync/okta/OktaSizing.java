package org.oktasync.okta;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceSize;
import org.oktasync.source.SyncScope;

/**
 * Tells how much an organisation holds: its groups with their numbers of members, where Okta's
 * Everyone counts the people, and one page each of people and of members, to see how long such a
 * page takes. Where nobody counts the people, their ids are counted, up to a limit.
 */
final class OktaSizing {
  /** A person waits for the result. */
  private static final int RETRIES = 1;

  /** 10,000 groups, or people who must be counted one by one. */
  static final int MOST_PAGES = 50;

  private final OktaCalls calls;
  private final OktaLists lists;
  private final SyncScope scope;
  private final Optional<Predicate<SourceUser>> wanted;
  private final int workers;
  private final Clock clock;
  private final StopSignal stop;
  private final Set<String> inScope = new HashSet<>();
  private final Set<String> counted = new HashSet<>();
  private boolean atLeast;
  private boolean filterRefused;

  /**
   * @param wanted who of the people in scope counts; empty when all do
   * @param workers how many member lists a reading reads at a time
   */
  OktaSizing(
      OktaCalls calls,
      OktaLists lists,
      SyncScope scope,
      Optional<Predicate<SourceUser>> wanted,
      int workers,
      Clock clock,
      StopSignal stop) {
    this.calls = calls;
    this.lists = lists;
    this.scope = scope;
    this.wanted = wanted;
    this.workers = workers;
    this.clock = clock;
    this.stop = stop;
  }

  SourceSize size() {
    ListSample<SourceGroup> groups = sample(lists.groupWalk(), lists.groups(), MOST_PAGES);
    atLeast |= groups.more();
    boolean everyone = scope.people().everyone();
    ListSample<?> firstPeople = everyone ? firstPeople() : peopleInScope();
    long people = everyone ? people(firstPeople, groups.items()) : inScope.size();
    if (everyone && wanted.isPresent()) {
      peopleOf(filterRefused ? lists.plainUsers(OktaLists.PAGE) : lists.allUsers());
    }
    List<SourceGroup> read = groups.items().stream().filter(this::isWanted).toList();
    ListCost userCost =
        ListCost.of(
            Math.max(1, ListCost.pages(people, firstPeople.pageSize(OktaLists.PAGE))),
            firstPeople.perCall(),
            calls.allowance(RateBucket.USERS));
    ListCost groupCost =
        ListCost.of(groups.pages(), groups.perCall(), calls.allowance(RateBucket.GROUPS));
    ListCost memberCost = memberCost(read);
    return new SourceSize(
        wanted.isPresent() ? counted.size() : people,
        read.size(),
        memberships(read),
        atLeast,
        userCost.calls() + groupCost.calls() + memberCost.calls(),
        longer(beside(userCost), inTurn(groupCost, memberCost)));
  }

  private boolean isWanted(SourceGroup group) {
    return scope.wantsMembers(group);
  }

  /** People are read while groups, and then their members, are. */
  private static Duration beside(ListCost users) {
    return longer(users.time(1), users.waits());
  }

  private Duration inTurn(ListCost groups, ListCost members) {
    return longer(groups.time(1).plus(members.time(workers)), groups.waits().plus(members.waits()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** As a reading asks for them. */
  private ListSample<SourceUser> firstPeople() {
    try {
      ListSample<SourceUser> filtered = sample(lists.userWalk(), lists.allUsers(), 1);
      filterRefused = filtered.items().isEmpty();
      if (!filterRefused) {
        return filtered;
      }
    } catch (SourceException e) {
      if (!e.problem().code().equals(OktaErrorTranslator.REFUSED)) {
        throw e;
      }
      filterRefused = true;
    }
    return sample(lists.userWalk(), lists.plainUsers(OktaLists.PAGE), 1);
  }

  /** Whoever is in scope is counted one by one, up to a limit. */
  private ListSample<?> peopleInScope() {
    if (scope.people() instanceof PeopleScope.UsersOf app) {
      return wanted.isPresent() ? appPeople(app.id()) : appUsers(app.id());
    }
    ListSample<?> last = null;
    for (OktaRequest list : scopeLists()) {
      last = wanted.isPresent() ? peopleOf(list) : idsOf(list);
    }
    return last;
  }

  private ListSample<?> idsOf(OktaRequest list) {
    ListSample<String> ids = sample(lists.idWalk(), list, MOST_PAGES);
    inScope.addAll(ids.items());
    return ended(ids);
  }

  private ListSample<?> peopleOf(OktaRequest list) {
    ListSample<SourceUser> people = sample(lists.userWalk(), list, MOST_PAGES);
    people.items().forEach(this::count);
    return ended(people);
  }

  private ListSample<?> appUsers(String app) {
    ListWalk<AppUser> walk = lists.walk(new AppUserParser(), AppUser::id);
    ListSample<AppUser> users = sample(walk, lists.appUsers(app, OktaLists.PAGE), MOST_PAGES);
    users.items().stream().filter(AppUser::mayUse).map(AppUser::id).forEach(inScope::add);
    return ended(users);
  }

  private ListSample<?> appPeople(String app) {
    OktaRequest list = lists.appPeople(app, OktaLists.PAGE);
    ListSample<AppPerson> people = sample(lists.appPeopleWalk(), list, MOST_PAGES);
    people.items().stream().filter(AppPerson::mayUse).map(AppPerson::user).forEach(this::count);
    return ended(people);
  }

  private void count(SourceUser user) {
    inScope.add(user.id().value());
    if (wanted.get().test(user)) {
      counted.add(user.id().value());
    }
  }

  /** Whoever comes behind the last page that is read is not counted. */
  private <T> ListSample<T> ended(ListSample<T> sample) {
    atLeast |= sample.more();
    return sample;
  }

  private List<OktaRequest> scopeLists() {
    if (scope.people() instanceof PeopleScope.MembersOf members) {
      return members.ids().stream().sorted().map(id -> lists.members(id, OktaLists.PAGE)).toList();
    } else if (scope.people() instanceof PeopleScope.Search search) {
      return List.of(lists.searchedUsers(search.expression()));
    }
    return List.of(lists.filteredUsers(((PeopleScope.Filter) scope.people()).expression()));
  }

  private long people(ListSample<?> first, List<SourceGroup> groups) {
    if (!first.more()) {
      return first.items().size();
    }
    OptionalLong stated =
        groups.stream()
            .filter(SourceGroup::builtIn)
            .flatMapToLong(group -> group.statedMembers().stream())
            .max();
    return stated.orElse(0) > first.items().size() ? stated.getAsLong() : countedPeople();
  }

  private long countedPeople() {
    OktaRequest ids = filterRefused ? lists.plainUsers(OktaLists.PAGE) : lists.userIds();
    ListSample<String> counted = sample(lists.idWalk(), ids, MOST_PAGES);
    atLeast |= counted.more();
    return counted.items().size();
  }

  private static OptionalLong memberships(List<SourceGroup> groups) {
    boolean stated = groups.stream().anyMatch(group -> group.statedMembers().isPresent());
    return stated || groups.isEmpty()
        ? OptionalLong.of(
            groups.stream().flatMapToLong(group -> group.statedMembers().stream()).sum())
        : OptionalLong.empty();
  }

  private ListCost memberCost(List<SourceGroup> groups) {
    Optional<SourceGroup> largest =
        groups.stream()
            .max(Comparator.comparingLong(group -> group.statedMembers().orElse(0)))
            .filter(group -> group.statedMembers().orElse(1) > 0);
    if (largest.isEmpty()) {
      return ListCost.of(0, Duration.ZERO, OptionalLong.empty());
    }
    ListSample<String> page = memberPage(largest.get());
    long pageSize = page.pageSize(OktaLists.LARGE_MEMBER_PAGE);
    atLeast |= groups.stream().anyMatch(group -> group.statedMembers().isEmpty());
    return new ListCost(
        groups.stream().mapToLong(group -> memberPages(group, pageSize)).sum(),
        memberPages(largest.get(), pageSize),
        page.perCall(),
        calls.allowance(RateBucket.MEMBERS));
  }

  /** Whose number nobody states has one page at least. */
  private static long memberPages(SourceGroup group, long pageSize) {
    return ListCost.pages(group.statedMembers().orElse(1), pageSize);
  }

  private ListSample<String> memberPage(SourceGroup group) {
    String id = group.id().value();
    try {
      OktaRequest large = lists.members(id, OktaLists.LARGE_MEMBER_PAGE).withShrinkable();
      return sample(lists.idWalk(), large, 1);
    } catch (SourceException e) {
      if (!OktaErrorTranslator.mayBeTooLarge(e)) {
        throw e;
      }
      return sample(lists.idWalk(), lists.members(id, OktaLists.PAGE), 1);
    }
  }

  private <T> ListSample<T> sample(ListWalk<T> walk, OktaRequest first, int most) {
    Instant begin = clock.instant();
    long waitedBefore = calls.usage().waitedMs();
    List<T> items = new ArrayList<>();
    Optional<URI> next = Optional.of(first.uri());
    int pages = 0;
    while (next.isPresent() && pages < most) {
      Page<T> page = walk.firstPage(first.at(next.get()).withRetries(RETRIES), stop);
      items.addAll(page.items());
      next = page.next();
      pages++;
    }
    Duration waited = Duration.ofMillis(calls.usage().waitedMs() - waitedBefore);
    Duration took = Duration.between(begin, clock.instant()).minus(waited);
    return new ListSample<>(
        items, pages, next.isPresent(), longer(took, Duration.ZERO).dividedBy(pages));
  }
}
