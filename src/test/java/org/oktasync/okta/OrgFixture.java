package org.oktasync.okta;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Secret;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceUser;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/** A poor organisation, a source that reads it, and time that passes at once. */
public abstract class OrgFixture {
  /** For answers that never come; too short for a busy machine's good answers. */
  static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(5));

  static final Patience CALM =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(30));
  static final SyncScope ALL = new SyncScope(true, false);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  final PoorOrg org = new PoorOrg();
  final FakeTime time = new FakeTime();
  final RecordedLog log = new RecordedLog();
  final StopSignal stop = new StopSignal();
  private final List<AutoCloseable> opened = new ArrayList<>(List.of(org));

  @After
  public void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  <T extends AutoCloseable> T opened(T thing) {
    opened.add(thing);
    return thing;
  }

  OktaIdentitySource source(String... attributes) {
    return source(org.url(), CALM, attributes);
  }

  OktaIdentitySource source(String url, Patience patience, String... attributes) {
    return source(url, patience, PersonAttributes.of(Set.of(attributes)));
  }

  /** A source that is about the users of an application. */
  OktaIdentitySource sourceOfApp(String app, String... attributes) {
    return source(org.url(), CALM, new PersonAttributes(Set.of(attributes), Optional.of(app)));
  }

  private OktaIdentitySource source(String url, Patience patience, PersonAttributes attributes) {
    OktaAccess access = new OktaAccess(url, new Secret(PoorOrg.TOKEN), 50, 3);
    return opened(
        new OktaIdentitySource(
            access,
            attributes,
            new OktaRateLimiters(time),
            time,
            time,
            () -> 0.5,
            log.log(),
            patience));
  }

  SourceSnapshot read() {
    return read(source());
  }

  SourceSnapshot read(OktaIdentitySource source) {
    return opened(source.read(ALL, spool(), stop, Progress.NONE));
  }

  /** No longer than an answer deserves. */
  static Patience patienceFor(Reply reply) {
    boolean silent = reply.how() == Reply.How.SILENT || reply.how() == Reply.How.HANGING;
    return silent ? SHORT : CALM;
  }

  Path spool() {
    return folder.getRoot().toPath();
  }

  static <T> List<T> all(Cursor<T> cursor) {
    List<T> values = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(values::add);
    }
    return values;
  }

  static List<String> userIds(SourceSnapshot snapshot) {
    return all(snapshot.users()).stream().map(SourceUser::id).map(ExternalId::value).toList();
  }

  static List<String> memberIds(SourceSnapshot snapshot, String group) {
    return all(snapshot.members(new ExternalId(group))).stream().map(ExternalId::value).toList();
  }
}
