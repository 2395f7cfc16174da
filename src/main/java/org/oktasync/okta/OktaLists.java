package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.ThingKind;

/** The requests of one organisation, and how their answers are read. */
final class OktaLists {
  static final int PAGE = 200;

  /**
   * Okta's own default for members, which saves most calls; large profiles can make it too much.
   */
  static final int LARGE_MEMBER_PAGE = 1000;

  private static final String USERS = "/api/v1/users";
  private static final String GROUPS = "/api/v1/groups";
  private static final String APPS = "/api/v1/apps";
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final String base;
  private final OktaCalls calls;
  private final JsonFactory json = new JsonFactory();
  private final NextPage nextPage;
  private final UserParser userParser;

  OktaLists(String base, OktaCalls calls, Set<String> attributes) {
    this.base = base;
    this.calls = calls;
    this.nextPage = new NextPage(URI.create(base), calls.errors());
    this.userParser = new UserParser(attributes);
  }

  /** How a single person is read. */
  UserParser userParser() {
    return userParser;
  }

  /** How JSON is read. */
  JsonFactory json() {
    return json;
  }

  /** A walk over a list that is an array. */
  <T> ListWalk<T> walk(RecordParser<T> parser, Function<T, String> id) {
    return new ListWalk<>(calls, new PageReader<>(json, nextPage, parser), id);
  }

  /** A walk over a list in either of Okta's forms. */
  <T> ListWalk<T> anyWalk(RecordParser<T> parser, Function<T, String> id) {
    return new ListWalk<>(calls, new ListPageReader<>(json, nextPage, parser), id);
  }

  /** An address that an answer pointed to, at this organisation. */
  OktaRequest follow(String address) {
    return OktaRequest.of(nextPage.own(URI.create(NextPage.escaped(address))));
  }

  /** A walk over a list of people. */
  ListWalk<SourceUser> userWalk() {
    return walk(userParser, user -> user.id().value());
  }

  /** A walk over a list of groups. */
  ListWalk<SourceGroup> groupWalk() {
    return walk(new GroupParser(), group -> group.id().value());
  }

  /** A walk over a list of anything with an id. */
  ListWalk<String> idWalk() {
    return walk(new IdParser(), id -> id);
  }

  /** A page of people, as the plain list shows them: without those who are deprovisioned. */
  OktaRequest plainUsers(int limit) {
    return request(USERS + "?limit=" + limit);
  }

  /**
   * All people: a filter makes Okta show the deprovisioned ones too, and this one fits everybody.
   */
  OktaRequest allUsers() {
    return filteredUsers("lastUpdated gt \"1970-01-01T00:00:00.000Z\"");
  }

  /** The people that the plain list leaves out. */
  OktaRequest deprovisionedUsers() {
    return filteredUsers("status eq \"DEPROVISIONED\"");
  }

  /** The people whom a condition finds in Okta's index. */
  OktaRequest searchedUsers(String expression) {
    return request(USERS + "?limit=" + PAGE + "&search=" + escaped(expression)).withSlim();
  }

  /** The people for whom a condition holds. */
  OktaRequest filteredUsers(String filter) {
    return request(USERS + "?limit=" + PAGE + "&filter=" + escaped(filter)).withSlim();
  }

  /** Some people by their ids. */
  OktaRequest usersById(Collection<String> ids) {
    return filteredUsers(
        ids.stream().map(id -> "id eq \"" + id + "\"").collect(Collectors.joining(" or ")));
  }

  /** The users of an application, with the person whom each of them is. */
  OktaRequest appPeople(String app, int limit) {
    return request(APPS + "/" + escaped(app) + "/users?limit=" + limit + "&expand=user");
  }

  /** The users of an application, as it knows them. */
  OktaRequest appUsers(String app, int limit) {
    return request(APPS + "/" + escaped(app) + "/users?limit=" + limit);
  }

  /** A walk over the users of an application. */
  ListWalk<AppPerson> appPeopleWalk() {
    AppPersonParser parser = new AppPersonParser(userParser.paths());
    return new ListWalk<>(
        calls, new PageReader<>(json, nextPage, parser), person -> person.user().id().value());
  }

  /** One user of an application. */
  OktaRequest appUser(String app, String user) {
    return request(APPS + "/" + escaped(app) + "/users/" + escaped(user));
  }

  /** One application. */
  OktaRequest app(String id) {
    return request(APPS + "/" + escaped(id));
  }

  /** All groups, with their number of members where the server knows it. */
  OktaRequest groups() {
    return request(GROUPS + "?limit=" + PAGE + "&expand=stats");
  }

  /** People who changed after a moment, those who are deprovisioned among them. */
  OktaRequest changedUsers(Instant since) {
    return filteredUsers("lastUpdated gt \"" + millis(since) + "\"");
  }

  /** Groups that changed, or whose members did, after a moment. */
  OktaRequest changedGroups(Instant since) {
    String after = " gt \"" + millis(since) + "\"";
    return filteredGroups("lastUpdated" + after + " or lastMembershipUpdated" + after);
  }

  /** Some groups by their ids. */
  OktaRequest groupsById(Collection<String> ids) {
    return filteredGroups(
        ids.stream().map(id -> "id eq \"" + id + "\"").collect(Collectors.joining(" or ")));
  }

  /** A walk over a list of groups that tells when their members last changed. */
  ListWalk<ChangedGroup> changedGroupWalk() {
    return walk(new ChangedGroupParser(), changed -> changed.group().id().value());
  }

  /** Ids of everybody. */
  OktaRequest userIds() {
    return request(allUsers().uri().toString().substring(base.length()) + "&fields=id").withSlim();
  }

  /** All groups, without what takes long to count. */
  OktaRequest groupIds() {
    return request(GROUPS + "?limit=" + PAGE);
  }

  /**
   * Events of people, groups and members, and of some kinds of things, in the order in which they
   * were stored, from a moment on and without an end: the answer's next page is where to go on, now
   * or days later.
   */
  OktaRequest log(Instant since, Set<ThingKind> things) {
    return events(since, LogEvent.types(things));
  }

  /** The same without members: what was deleted, and things. */
  OktaRequest logWithoutMembers(Instant since, Set<ThingKind> things) {
    return events(since, LogEvent.withoutMembers(things));
  }

  private OktaRequest events(Instant since, List<String> types) {
    String filter =
        types.stream()
            .map(type -> "eventType eq \"" + type + "\"")
            .collect(Collectors.joining(" or "));
    return request(
        "/api/v1/logs?since="
            + escaped(millis(since))
            + "&sortOrder=ASCENDING&limit="
            + LogReader.PAGE
            + "&filter="
            + escaped(filter));
  }

  /** The log from where an earlier answer said that it goes on. */
  OktaRequest logAt(URI next) {
    return OktaRequest.of(nextPage.own(next));
  }

  /** A walk over the log. */
  ListWalk<LogEvent> logWalk() {
    return walk(new LogEventParser(), LogEvent::uuid);
  }

  /** A time as Okta writes it. */
  private static String millis(Instant time) {
    return MILLIS.format(time);
  }

  /** The members of a group. */
  OktaRequest members(String group, int limit) {
    return request(GROUPS + "/" + escaped(group) + "/users?limit=" + limit).withSlim();
  }

  /** One person by id. */
  OktaRequest user(String id) {
    return request(USERS + "/" + escaped(id)).withSlim();
  }

  /** The people whose login or e-mail address this is. */
  OktaRequest usersNamed(String text) {
    return filteredUsers(
        "profile.login eq " + quoted(text) + " or profile.email eq " + quoted(text));
  }

  /** The people whose first name, last name or e-mail address begins with a text. */
  OktaRequest usersBeginningWith(String text, int limit) {
    return request(USERS + "?q=" + escaped(text) + "&limit=" + limit).withSlim();
  }

  /** The people whose first and last names begin with two texts. */
  OktaRequest usersCalled(String first, String last) {
    return searchedUsers(
        "profile.firstName sw " + quoted(first) + " and profile.lastName sw " + quoted(last));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** One group by id. */
  OktaRequest group(String id) {
    return request(GROUPS + "/" + escaped(id));
  }

  /** The groups of one person. */
  OktaRequest groupsOf(String user) {
    return request(USERS + "/" + escaped(user) + "/groups?limit=" + PAGE);
  }

  /** What the organisation says of itself to anybody. */
  OktaRequest wellKnown() {
    return request("/.well-known/okta-organization");
  }

  /** What the organisation says of itself to administrators. */
  OktaRequest organisation() {
    return request("/api/v1/org");
  }

  private OktaRequest filteredGroups(String filter) {
    return request(GROUPS + "?limit=" + PAGE + "&expand=stats&filter=" + escaped(filter));
  }

  /** Any request of this organisation. */
  OktaRequest request(String pathAndQuery) {
    return OktaRequest.of(URI.create(base + pathAndQuery));
  }

  /** A text as a part of a path or a value of a query. */
  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
