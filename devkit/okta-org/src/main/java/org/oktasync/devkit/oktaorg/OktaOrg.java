package org.oktasync.devkit.oktaorg;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A running organisation: the HTTP server with everything behind it. Tests start one in their own
 * process, look at and change its {@link #directory()}, let {@link #history()} or {@link #churn()}
 * happen, arm {@link #faults()} and count calls in {@link #requests()}.
 */
public final class OktaOrg implements AutoCloseable {
  private static final int TOKEN_LENGTH = 42;
  private static final int MEMBERSHIPS_PER_PERSON = 4;

  private final OrgClock clock;
  private final Directory directory;
  private final Applications applications;
  private final AdminRoles roles;
  private final Devices devices;
  private final History history;
  private final Churn churn;
  private final Faults faults = new Faults();
  private final RequestLog requests = new RequestLog();
  private final ApiToken token;
  private final WebServer server;

  private OktaOrg(Options options) {
    Ids ids = new Ids(options.seed());
    this.clock = new OrgClock(options.clock());
    SystemLog log = new SystemLog(clock, options.seed(), faults);
    this.directory = new Directory(clock, ids, log, faults);
    // Ids of their own, so that those of people and groups do not depend on them.
    Ids others = new Ids(options.seed() * 31 + 11);
    this.applications = new Applications(directory, others);
    this.roles = new AdminRoles(directory, others);
    this.devices = new Devices(directory, others);
    this.history = new History(directory);
    this.churn = new Churn(directory, history, options.seed());
    List<User> people = generate(options, ids);
    String ownerId = people.get(0).id();
    String secret =
        options.token() != null
            ? options.token()
            : new Ids(options.seed() * 31 + 7).randomText("00", TOKEN_LENGTH);
    this.token = new ApiToken(secret, ownerId, directory);
    Pages pages = new Pages(new Cursors(options.seed()), options.pageSizeCap());
    Router router = new Router();
    new UsersApi(directory, pages, ownerId).register(router);
    new GroupsApi(directory, applications, roles, pages, faults).register(router);
    new AppsApi(directory, applications, pages).register(router);
    new RolesApi(directory, roles, pages).register(router);
    new DevicesApi(directory, devices, pages, options.offersDevices()).register(router);
    new LogsApi(log, pages, clock).register(router);
    new MetaApi(directory, applications, ids.next("00o")).register(router);
    router.on("DELETE", "/api/v1/api-tokens/current", (call, args) -> revoke());
    Gateway gateway =
        new Gateway(
            router,
            faults,
            churn,
            new RateLimits(clock, options.rateLimit()),
            token,
            requests,
            new Ids(new Random(options.seed()).nextLong()),
            clock,
            options.latencyMillis());
    Router extras = new Router();
    new Digest(directory, applications, devices, log).register(extras);
    new ChangesControl(history, churn, clock).register(extras);
    Control control = new Control(extras, router, directory, faults, requests, token);
    this.server = new WebServer(options.port(), gateway, control);
  }

  /**
   * Starts an organisation; it listens when this returns.
   *
   * @throws IllegalArgumentException if the port is taken
   */
  public static OktaOrg start(Options options) {
    return new OktaOrg(options);
  }

  private List<User> generate(Options options, Ids ids) {
    NamePool pool = new NamePool();
    List<User> people =
        new PeopleGenerator(pool, options.seed(), ids, directory.types())
            .generate(options.users(), options.clean());
    int memberships =
        options.memberships() >= 0
            ? options.memberships()
            : MEMBERSHIPS_PER_PERSON * options.users();
    directory.load(
        people,
        new GroupGenerator(pool, options.seed(), ids, people)
            .generate(options.groups(), memberships, options.clean()));
    AccessGenerator access = new AccessGenerator(pool, people, directory.groups());
    access.applications(options.apps(), applications);
    access.roles(options.roles(), roles);
    access.devices(options.deviceCount(), devices);
    return people;
  }

  private Answer revoke() {
    token.setRevoked(true);
    return Answer.empty(204);
  }

  /** The address that stands for the Okta domain, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The API token. */
  public String token() {
    return token.value();
  }

  /** Kills the token, or brings it back to life. */
  public void setTokenRevoked(boolean revoked) {
    token.setRevoked(revoked);
  }

  /** People, groups and memberships. */
  public Directory directory() {
    return directory;
  }

  /** Applications and who may use them. */
  public Applications applications() {
    return applications;
  }

  /** Who has which admin roles. */
  public AdminRoles roles() {
    return roles;
  }

  /** Devices and their owners. */
  public Devices devices() {
    return devices;
  }

  /** Plays given changes. */
  public History history() {
    return history;
  }

  /** Makes random changes. */
  public Churn churn() {
    return churn;
  }

  /** Puts the organisation's clock, and with it every time it tells, ahead or back. */
  public void skewClock(Duration ahead) {
    clock.setSkew(ahead);
  }

  /** The switchboard of faults. */
  public Faults faults() {
    return faults;
  }

  /** The API calls so far. */
  public RequestLog requests() {
    return requests;
  }

  /** Stops listening; open connections end. */
  @Override
  public void close() {
    server.close();
  }
}
