package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceLookup;

/** Reads single people and groups. That one is not there counts only when Okta itself says so. */
final class OktaLookup implements SourceLookup {
  private final OktaCalls calls;
  private final OktaLists lists;

  /** Ids asked for in one request: well below what an address may hold. */
  private static final int IDS = 50;

  /** Okta's index is seconds behind as a rule; this is far on the safe side. */
  private static final Duration INDEX_LAG = Duration.ofMinutes(10);

  private final StopSignal stop;
  private final Clock clock;
  private final AppUserFields inApp;

  /**
   * @param clock for servers that do not date their answers
   * @param application whose users the connection is about; empty for none
   */
  OktaLookup(
      OktaCalls calls,
      OktaLists lists,
      StopSignal stop,
      Clock clock,
      Optional<String> application) {
    this.inApp = new AppUserFields(calls, lists, stop, application);
    this.clock = clock;
    this.calls = calls;
    this.lists = lists;
    this.stop = stop;
  }

  @Override
  public Optional<SourceUser> user(ExternalId id) {
    return one(lists.user(id.value()), (answer, body) -> person(id, body)).map(inApp::addedTo);
  }

  /** Who is missing from the answer to many is asked for singly: only that proves anything. */
  @Override
  public List<SourceUser> users(Collection<ExternalId> ids) {
    List<SourceUser> found = new ArrayList<>();
    List<String> wanted = ids.stream().map(ExternalId::value).distinct().sorted().toList();
    for (int from = 0; from < wanted.size(); from += IDS) {
      List<String> some = wanted.subList(from, Math.min(from + IDS, wanted.size()));
      Set<String> missing = new TreeSet<>(some);
      for (SourceUser user : firstOf(lists.usersById(some))) {
        if (missing.remove(user.id().value())) {
          found.add(inApp.addedTo(user));
        }
      }
      missing.forEach(id -> user(new ExternalId(id)).ifPresent(found::add));
    }
    return found;
  }

  @Override
  public boolean isInScope(ExternalId user, PeopleScope scope) {
    if (scope instanceof PeopleScope.MembersOf members) {
      return groupsOf(user).stream().anyMatch(group -> members.ids().contains(group.id().value()));
    } else if (scope instanceof PeopleScope.UsersOf app) {
      return isUserOf(app.id(), user);
    } else if (scope instanceof PeopleScope.Search search) {
      return isFound(search.expression(), user);
    } else if (scope instanceof PeopleScope.Filter filter) {
      return !firstPage(lists.filteredUsers(narrowed(filter.expression(), user))).items().isEmpty();
    }
    return user(user).isPresent();
  }

  private static String narrowed(String expression, ExternalId user) {
    return "(" + expression + ") and id eq \"" + user.value() + "\"";
  }

  /** That nobody is a user of an application that is gone says nothing about anybody. */
  private boolean isUserOf(String app, ExternalId user) {
    Optional<AppUser> found =
        one(lists.appUser(app, user.value()), (answer, body) -> single(body, new AppUserParser()));
    if (found.isEmpty()) {
      calls.get(lists.app(app), stop, (answer, body) -> single(body, new IdParser()));
    }
    return found.map(AppUser::mayUse).orElse(false);
  }

  /** The index lags behind: who changed lately is not out of scope because it says so. */
  private boolean isFound(String expression, ExternalId user) {
    Page<SourceUser> page = firstPage(lists.searchedUsers(narrowed(expression, user)));
    if (!page.items().isEmpty()) {
      return true;
    }
    Instant now = page.date().orElseGet(clock::instant);
    return user(user)
        .map(found -> found.attributes().text(UserParser.CHANGED))
        .filter(changed -> Times.isAfter(changed, now.minus(INDEX_LAG)))
        .isPresent();
  }

  @Override
  public Optional<Message> problemOf(PeopleScope scope) {
    if (scope instanceof PeopleScope.MembersOf members) {
      return members.ids().stream()
          .sorted()
          .filter(id -> group(new ExternalId(id)).isEmpty())
          .findFirst()
          .map(id -> Message.of("scope-group-unknown", id));
    } else if (scope instanceof PeopleScope.UsersOf app) {
      return one(lists.app(app.id()), (answer, body) -> single(body, new IdParser())).isPresent()
          ? Optional.empty()
          : Optional.of(Message.of("scope-application-unknown", app.id()));
    } else if (scope instanceof PeopleScope.Search search) {
      return refusal(lists.searchedUsers(search.expression()), search.expression());
    } else if (scope instanceof PeopleScope.Filter filter) {
      return refusal(lists.filteredUsers(filter.expression()), filter.expression());
    }
    return Optional.empty();
  }

  private Optional<Message> refusal(OktaRequest request, String expression) {
    try {
      firstPage(request);
      return Optional.empty();
    } catch (SourceException e) {
      if (OktaErrorTranslator.REFUSED.equals(e.problem().code())) {
        return Optional.of(Message.of("scope-expression-refused", expression));
      }
      throw e;
    }
  }

  private Page<SourceUser> firstPage(OktaRequest request) {
    return lists.userWalk().firstPage(request, stop);
  }

  @Override
  public Optional<SourceUser> wholeUser(ExternalId id) {
    return one(lists.user(id.value()), (answer, body) -> whole(id, body)).map(inApp::allAddedTo);
  }

  /** The server looks a login up as it does an id; who has neither is found by a list. */
  @Override
  public List<SourceUser> find(String text, int limit) {
    Map<ExternalId, SourceUser> found = new LinkedHashMap<>();
    one(lists.user(text), (answer, body) -> single(body, lists.userParser()))
        .ifPresent(user -> found.put(user.id(), user));
    for (OktaRequest request : searches(text, limit)) {
      if (found.size() < limit) {
        firstOf(request).stream()
            .filter(user -> isMeant(user, text))
            .forEach(user -> found.putIfAbsent(user.id(), user));
      }
    }
    return found.values().stream().limit(limit).toList();
  }

  private List<OktaRequest> searches(String text, int limit) {
    List<OktaRequest> searches = new ArrayList<>();
    searches.add(lists.usersNamed(text));
    searches.add(lists.usersBeginningWith(text, limit));
    String[] names = text.strip().split("\\s+", 2);
    if (names.length == 2) {
      searches.add(lists.usersCalled(names[0], names[1]));
    }
    return searches;
  }

  /** A server that does not know a parameter passes over it, and answers with everybody. */
  private static boolean isMeant(SourceUser user, String text) {
    UnaryOperator<String> of = name -> user.attributes().text("profile." + name);
    Stream<String> single =
        Stream.of("login", "email", "firstName", "lastName", "displayName").map(of);
    Stream<String> both = Stream.of(of.apply("firstName") + " " + of.apply("lastName"));
    return Stream.concat(single, both)
        .anyMatch(value -> value.regionMatches(true, 0, text, 0, text.length()));
  }

  /** Not every server knows every way to ask. */
  private List<SourceUser> firstOf(OktaRequest request) {
    try {
      return lists.userWalk().firstPage(request, stop).items();
    } catch (SourceException e) {
      if (OktaErrorTranslator.REFUSED.equals(e.problem().code())) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public Optional<SourceGroup> group(ExternalId id) {
    return one(lists.group(id.value()), (answer, body) -> group(id, body));
  }

  private <T> Optional<T> one(OktaRequest request, AnswerReader<T> reader) {
    try {
      return Optional.of(calls.get(request, stop, reader));
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public List<SourceGroup> groupsOf(ExternalId user) {
    List<SourceGroup> groups = new ArrayList<>();
    readWhole(lists.groupWalk(), lists.groupsOf(user.value()), groups, "groups of " + user);
    return groups;
  }

  @Override
  public List<SourceGroup> groups(int limit) {
    List<SourceGroup> found = new ArrayList<>();
    Optional<URI> next = Optional.of(lists.groups().uri());
    while (next.isPresent() && found.size() < limit) {
      Page<SourceGroup> page = lists.groupWalk().firstPage(lists.groups().at(next.get()), stop);
      found.addAll(page.items());
      next = page.items().isEmpty() ? Optional.empty() : page.next();
    }
    return found.stream().limit(limit).toList();
  }

  @Override
  public Set<ExternalId> members(ExternalId group) {
    List<String> ids = new ArrayList<>();
    OktaRequest first = lists.members(group.value(), OktaLists.PAGE);
    readWhole(lists.idWalk(), first, ids, "members of " + group);
    return ids.stream().map(ExternalId::new).collect(Collectors.toSet());
  }

  /** Reads a list to its end; one of something that does not exist is empty. */
  private <T> void readWhole(ListWalk<T> walk, OktaRequest first, List<T> found, String list) {
    try {
      Completeness completeness = walk.walk(first, stop, page -> found.addAll(page.items()));
      if (!completeness.complete()) {
        throw new SourceException(Kind.FATAL, Message.of(completeness.reason(), list), null);
      }
    } catch (SourceException e) {
      if (e.kind() != Kind.NOT_FOUND || !found.isEmpty()) {
        throw e;
      }
    }
  }

  private SourceGroup group(ExternalId asked, InputStream body) throws IOException {
    SourceGroup group = single(body, new GroupParser());
    if (group == null || !group.id().equals(asked)) {
      throw new UnexpectedJsonException("a group of this id was expected");
    }
    return group;
  }

  private SourceUser whole(ExternalId asked, InputStream body) throws IOException {
    SourceUser user = single(body, WholeUserParser.INSTANCE);
    if (user == null || !user.id().equals(asked)) {
      throw new UnexpectedJsonException("a person of this id was expected");
    }
    return user;
  }

  /** The server also finds people by login: whoever has another id was not asked for. */
  private SourceUser person(ExternalId asked, InputStream body) throws IOException {
    SourceUser user = single(body, lists.userParser());
    if (user == null || !user.id().equals(asked)) {
      throw new UnexpectedJsonException("a person of this id was expected");
    }
    return user;
  }

  /** The one object of a body; null when it is another thing, or has no id. */
  private <T> T single(InputStream body, RecordParser<T> parser) throws IOException {
    try (JsonParser json = lists.json().createParser(body)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw new JsonEOFException(json, null, "the body is empty");
      }
      return first == JsonToken.START_OBJECT ? parser.parse(json) : null;
    }
  }
}
