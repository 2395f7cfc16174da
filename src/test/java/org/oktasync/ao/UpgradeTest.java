package org.oktasync.ao;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/**
 * The tables of every earlier version become today's, with all that is in them. {@code model-1.sql}
 * is the database of a site that the first version ran on: one connection, a sync, a dry run.
 */
public class UpgradeTest {
  @Rule public final TestDatabase database;

  private final Supplier<TestDatabase> databases;
  private ActiveObjects node;

  public UpgradeTest() {
    this(TestDatabase::bare);
  }

  /**
   * @param databases makes databases without tables; on some systems a new one ends the one before
   */
  UpgradeTest(Supplier<TestDatabase> databases) {
    this.databases = databases;
    this.database = databases.get();
  }

  @Before
  public void open() throws SQLException {
    node = database.node();
    load(database);
  }

  private static void load(TestDatabase database) throws SQLException {
    KeptTables.load("/tables/model-1.sql", database);
    try (Statement statement = database.connection().createStatement()) {
      insertResult(statement, 1, 5, "FAILED");
      insertResult(statement, 1, 102, "SKIPPED");
      insertResult(statement, 1, 999, "FAILED");
      insertResult(statement, 77, 1, "FAILED");
    }
  }

  /** The run of the kept data applied everything; the first version wrote failures like this. */
  private static void insertResult(Statement statement, long run, long ordinal, String outcome)
      throws SQLException {
    statement.execute(
        "INSERT INTO \"AO_BB6CC0_CHANGE_RESULT\""
            + " (\"RUN_ID\", \"ORDINAL\", \"OUTCOME\", \"MESSAGE\") VALUES ("
            + run
            + ", "
            + ordinal
            + ", '"
            + outcome
            + "', '{\"code\":\"account-gone\",\"arguments\":[\"x\"]}')");
  }

  /** What Active Objects does when a new version is started. */
  private static void upgrade(ActiveObjects ao) {
    for (ActiveObjectsUpgradeTask task : OurTables.upgradeTasks()) {
      task.upgrade(ModelVersion.valueOf("0"), ao);
    }
    ao.migrate(OurTables.entities());
  }

  @Test
  public void theConnectionIsAsItWas_andItsRulesHaveItsVersion() {
    upgrade(node);

    var connections = new AoSettingsStore(node, Clock.systemUTC()).connections();

    assertEquals(1, connections.size());
    assertEquals("Demo organisation", connections.get(0).settings().name());
    assertEquals(1, connections.get(0).version());
    assertEquals(1, connections.get(0).settingsVersion());
    assertTrue(connections.get(0).sealedSecret().startsWith("{1}"));
  }

  @Test
  public void linksAndFindingsAreFoundByNameAndById() {
    upgrade(node);

    AoLinkRegistry links = new AoLinkRegistry(node);
    List<Link> people = rest(links.links(1, EntityKind.USER));
    assertEquals(35, people.size());
    for (Link link : people) {
      assertEquals(List.of(link), links.search(1, link.name().toUpperCase(), 0, 9).values());
      assertEquals(List.of(link), links.search(1, link.externalId().value(), 0, 9).values());
    }
    assertEquals(5, rest(links.links(1, EntityKind.GROUP)).size());
    AoFindings findings = new AoFindings(node);
    assertEquals(2, findings.standing(1).size());
    assertEquals(1, findings.search(1, "RENÉ.", 0, 9).total());
    assertEquals(1, findings.search(1, "tom<", 0, 9).total());
  }

  @Test
  public void runsAndTheirChangesAreAsTheyWere() {
    upgrade(node);

    RunJournal journal = new AoRunJournal(node, new AoPlanStore(node));
    List<SyncRun> runs = journal.runs(1, 0, 9).values();
    assertEquals(List.of(2L, 1L), runs.stream().map(SyncRun::id).toList());
    assertEquals(35, runs.get(1).counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(SyncRun.Origin.NONE, runs.get(1).origin());
    assertEquals(List.of(), runs.get(1).notices());
    assertEquals(102, journal.changes(1, JournalQuery.all(0, 1000)).total());
    assertEquals(60, journal.changes(1, of("membership", "", "")).total());
    assertEquals(98, journal.changes(1, of("", "APPLIED", "")).total());
    List<JournalEntry> failed = journal.changes(1, of("", "FAILED", "")).values();
    assertEquals(1, failed.size());
    assertEquals(5, failed.get(0).change().ordinal());
    assertEquals(Message.of("account-gone", "x"), failed.get(0).message());
    assertEquals(1, journal.changes(1, of("user", "FAILED", "OKTA.admin")).total());
    assertEquals(1, journal.changes(1, of("membership", "SKIPPED", "")).total());
    journal.delete(1);
    journal.delete(2);
    assertEquals(0, database.rows("PLANNED_CHANGE"));
  }

  @Test
  public void everyChangeIsFoundByItsNamesAndItsId() {
    upgrade(node);

    AoPlanStore plans = new AoPlanStore(node);
    RunJournal journal = new AoRunJournal(node, plans);
    List<PlannedChange> changes = rest(plans.changes(1, Mark.START));
    assertEquals(102, changes.size());
    for (PlannedChange change : changes) {
      for (String text :
          List.of(change.row().subject(), change.row().object(), change.row().sourceId())) {
        List<JournalEntry> found = journal.changes(1, of("", "", text)).values();
        assertTrue(text, found.stream().anyMatch(entry -> entry.change().equals(change)));
      }
    }
  }

  @Test
  public void theTablesAreThoseOfANewSite() throws SQLException {
    upgrade(node);

    Set<String> upgraded = withoutLeftovers(database);
    TestDatabase fresh = databases.get();
    fresh.before();
    fresh.node().migrate(OurTables.entities());
    String wanted = String.join("\n", shapes(fresh));
    assertEquals(wanted, String.join("\n", upgraded));
    TestDatabase made = databases.get();
    made.before();
    upgrade(made.node());
    assertEquals(wanted, String.join("\n", withoutLeftovers(made)));
    assertTrue(wanted, wanted.contains("index AO_BB6CC0_PLANNED_CHANGE(PLAN_ID,PLACE)"));
    fresh.after();
    made.after();
  }

  @Test
  public void anUpgradeThatBreaksOffAnywhereIsMadeUpForByTheNext() throws SQLException {
    upgrade(node);
    List<String> wanted = TableDump.of(database.connection());
    int breaks = 0;
    for (boolean broken = true; broken; breaks++) {
      TestDatabase other = databases.get();
      other.before();
      load(other);
      broken = breaksOff(other.node(), breaks);
      upgrade(other.node());
      assertEquals(
          "broken off after " + breaks,
          List.of(),
          differences(wanted, TableDump.of(other.connection())));
      other.after();
    }
    assertTrue("" + breaks, breaks > 8);
  }

  /** Whether so many transactions were not all: the next one is rolled back, and all is over. */
  private static boolean breaksOff(ActiveObjects ao, int transactions) {
    int[] left = {transactions};
    ActiveObjects breaking =
        (ActiveObjects)
            Proxy.newProxyInstance(
                ActiveObjects.class.getClassLoader(),
                new Class<?>[] {ActiveObjects.class},
                (proxy, method, arguments) -> {
                  if (!method.getName().equals("executeInTransaction") || left[0]-- > 0) {
                    return passed(ao, method, arguments);
                  }
                  TransactionCallback<?> work = (TransactionCallback<?>) arguments[0];
                  return ao.executeInTransaction(
                      () -> {
                        work.doInTransaction();
                        throw new IllegalStateException("the node dies");
                      });
                });
    try {
      upgrade(breaking);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static Object passed(ActiveObjects ao, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(ao, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  public void anUpgradeThatWasMadeChangesNothingWhenItIsMadeAgain() throws SQLException {
    upgrade(node);
    List<String> once = TableDump.of(database.connection());

    upgrade(database.node());

    assertEquals(List.of(), differences(once, TableDump.of(database.connection())));
  }

  private static List<String> differences(List<String> some, List<String> others) {
    List<String> differences = new ArrayList<>(some);
    differences.removeAll(Set.copyOf(others));
    List<String> more = new ArrayList<>(others);
    more.removeAll(Set.copyOf(some));
    differences.addAll(more);
    return differences;
  }

  /** What model 1 had and model 2 has no use for; Active Objects takes no column away. */
  private static Set<String> withoutLeftovers(TestDatabase database) throws SQLException {
    Set<String> shapes = shapes(database);
    shapes.removeIf(
        line ->
            line.startsWith("AO_BB6CC0_PLANNED_CHANGE.PHASE_NO ")
                || line.startsWith("AO_BB6CC0_PLANNED_CHANGE.ORDINAL ")
                || line.startsWith("AO_BB6CC0_CHANGE_RESULT.ORDINAL "));
    return shapes;
  }

  private static Set<String> shapes(TestDatabase database) throws SQLException {
    return TableShapes.of(database.connection());
  }

  private static JournalQuery of(String kind, String outcome, String text) {
    return new JournalQuery(kind, "", outcome, text, 0, 1000);
  }

  private static <T> List<T> rest(Cursor<T> cursor) {
    List<T> rest = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(rest::add);
    }
    return rest;
  }
}
