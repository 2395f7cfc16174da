package org.oktasync.ao;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.TakeOver;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Finding;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.settings.PeopleControl;

/** Whatever names a forgotten person is in no table; what is about others, and counts, stay. */
public class ForgetPersonTest {
  private static final Instant LATER = Instant.parse("2036-03-01T10:00:00Z");
  private static final ExternalId ID = new ExternalId("00uAnnMueller1");
  private static final AccountName OLD_NAME = new AccountName("amueller@example.com");
  private static final AccountName NAME = new AccountName("ann.müller@example.com");
  private static final String MAIL = "Ann.Mueller-Post@example.com";
  private static final String OLD_MAIL = "former-address@example.com";
  private static final String DISPLAY = "Änn Müller";
  private static final ExternalId OTHER = new ExternalId("00uAnnMueller12");
  private static final AccountName OTHER_NAME = new AccountName("ann");
  private static final ExternalId STAFF = new ExternalId("00gStaff");
  private static final GroupName STAFF_NAME = new GroupName("Staff");

  @Rule public final TestDatabase database;

  private final Set<Long> locked = new HashSet<>();
  private AoSettingsStore settings;
  private AoLinkRegistry links;
  private AoPlanStore plans;
  private RunJournal journal;
  private AoFindings findings;
  private PeopleControl people;
  private long connection;

  public ForgetPersonTest() {
    this(new TestDatabase());
  }

  ForgetPersonTest(TestDatabase database) {
    this.database = database;
  }

  @Before
  public void open() {
    ActiveObjects node = database.node();
    settings = new AoSettingsStore(node, Clock.systemUTC());
    links = new AoLinkRegistry(node);
    plans = new AoPlanStore(node);
    journal = new AoRunJournal(node, plans);
    findings = new AoFindings(node);
    RunPorts ports =
        new RunPorts(
            null,
            null,
            links,
            plans,
            journal,
            findings,
            new AoSyncStates(database.node()),
            null,
            null,
            null,
            new AoObjectLinks(node),
            new AoKnownTypes(node),
            new AoKnownProfiles(node),
            settings,
            null,
            new AoTakeOvers(node),
            new RecordedLog().log());
    people = new PeopleControl(ports, settings, new AoPersonRecords(node), this::tryLock);
    connection = connect("Main", NAME.value());
  }

  private Optional<RunLock.Held> tryLock(long id) {
    return locked.add(id) ? Optional.of(() -> locked.remove(id)) : Optional.empty();
  }

  private long connect(String name, String secretSetBy) {
    var first = new SettingsJson().read("{\"name\":\"" + name + "\"}");
    var unsaved = org.oktasync.config.Connection.unsaved(first);
    SealedSecret assets = new SealedSecret("sealed", Instant.EPOCH, secretSetBy);
    return settings
        .add(unsaved.withSecret("sealed", Instant.EPOCH, secretSetBy).withAssetsToken(assets))
        .id();
  }

  @Test
  public void nothingThatNamesThePersonIsLeftInAnyTable() throws SQLException {
    fillEverything();
    List<String> before = TableDump.of(database.connection());
    for (String text : texts()) {
      assertNotEquals("stored before: " + text, List.of(), TableDump.with(text, before));
    }

    people.forget(connection, ID.value());

    List<String> after = TableDump.of(database.connection());
    for (String text : texts()) {
      assertEquals("left: " + text, List.of(), withoutOther(TableDump.with(text, after)));
    }
  }

  private static List<String> texts() {
    return List.of(
        ID.value(),
        NAME.value(),
        OLD_NAME.value(),
        MAIL,
        OLD_MAIL,
        DISPLAY,
        "JIRAUSER4711",
        "obstacle-of-hers",
        "Änn of Sales");
  }

  /** The other person's id begins with the id of the forgotten one. */
  private static List<String> withoutOther(List<String> values) {
    return values.stream().filter(value -> !value.contains(OTHER.value())).toList();
  }

  @Test
  public void searchesForThePersonFindNothing_andOthersAreFoundAsBefore() {
    long run = fillEverything();
    assertEquals(4, find(run, NAME.value()));

    people.forget(connection, ID.value());

    assertEquals(0, find(run, NAME.value()));
    assertEquals(0, find(run, OLD_NAME.value()));
    assertEquals(0, find(run, ID.value()));
    assertEquals(0, links.search(connection, "amu", 0, 9).total());
    assertEquals(0, findings.search(connection, ID.value(), 0, 9).total());
    assertEquals(2, find(run, OTHER_NAME.value()));
    assertEquals(2, find(run, OTHER.value()));
    assertEquals(1, links.search(connection, OTHER_NAME.value(), 0, 9).total());
    assertEquals(Set.of(OTHER), links.addedMembers(staffLink()));
  }

  @Test
  public void countsStay_andWhatWasForgottenIsCounted() {
    long run = fillEverything();
    SyncRun before = journal.find(run).orElseThrow();

    PeopleControl.Forgotten forgotten = people.forget(connection, ID.value());

    SyncRun after = journal.find(run).orElseThrow();
    assertEquals(before.counts(), after.counts());
    assertEquals(before.planned(), after.planned());
    assertEquals(10, journal.stored(run));
    assertEquals(
        Map.of(
            "changes",
            9L,
            "results",
            1L,
            "runs",
            1L,
            "findings",
            1L,
            "members",
            1L,
            "links",
            1L,
            "objects",
            2L,
            "takeOvers",
            1L),
        forgotten.counts());
    assertEquals(1, journal.changes(run, outcome("FAILED")).total());
    assertEquals(
        List.of("person-account-stays"), forgotten.notices().stream().map(Message::code).toList());
  }

  @Test
  public void whatIsLeftOfAChangeCanStillBeRead() {
    long run = fillEverything();
    people.forget(connection, ID.value());

    int read = 0;
    try (Cursor<PlannedChange> changes = plans.changes(run, Mark.START)) {
      for (; changes.hasNext(); read++) {
        assertFalse(changes.next().row().toChange().subject().isEmpty());
      }
    }
    assertEquals(10, read);
  }

  @Test
  public void plansWithThePersonNoLongerHold_othersDo() {
    fillEverything();
    SyncRun held =
        planned(RunState.HELD, new AccountChange.DeactivateAccount(ID, NAME, Reasons.INACTIVE));
    SyncRun other =
        planned(
            RunState.HELD,
            new AccountChange.DeactivateAccount(OTHER, OTHER_NAME, Reasons.INACTIVE));

    people.forget(connection, ID.value());

    SyncRun ended = journal.find(held.id()).orElseThrow();
    assertNull(ended.times().planExpiresAt());
    assertEquals(RunState.HELD, ended.state());
    assertEquals(List.of(Message.of("run-person-forgotten")), ended.notices());
    assertEquals(other, journal.find(other.id()).orElseThrow());
  }

  @Test
  public void otherConnectionsKnowThePersonAsBefore() {
    fillEverything();
    long elsewhere = connect("Other", "eve");
    links.store(List.of(link(elsewhere, ID, NAME, "JIRAUSER9")));

    people.forget(connection, ID.value());

    assertTrue(links.find(elsewhere, EntityKind.USER, ID).isPresent());
  }

  @Test
  public void aGroupAndNobodyAreNotForgotten() {
    fillEverything();

    assertEquals("person-unknown", refusal(STAFF.value()));
    assertEquals("person-unknown", refusal("00uNobody"));
    people.forget(connection, ID.value());
    assertEquals("person-unknown", refusal(ID.value()));
  }

  @Test
  public void nobodyIsForgottenDuringARun() {
    long run = fillEverything();
    locked.add(connection);

    assertEquals("run-in-progress", refusal(ID.value()));

    assertEquals(4, find(run, NAME.value()));
    locked.clear();
    people.forget(connection, ID.value());
    assertEquals(Set.of(), locked);
  }

  @Test
  public void settingsThatNameThePersonAreTold_notChanged() {
    fillEverything();
    var present = settings.connection(connection).orElseThrow();
    String naming =
        "{\"name\":\"Main\",\"guardrails\":{\"protectedUsers\":[\"" + NAME.value() + "\"]}}";
    settings.update(present.with(new SettingsJson().read(naming)));

    PeopleControl.Forgotten forgotten = people.forget(connection, ID.value());

    assertEquals(
        List.of("person-account-stays", "person-in-settings"),
        forgotten.notices().stream().map(Message::code).toList());
    assertEquals(
        List.of(NAME.value()),
        settings.connection(connection).orElseThrow().settings().guardrails().protectedUsers());
  }

  private String refusal(String id) {
    return assertThrows(RunRefusedException.class, () -> people.forget(connection, id))
        .problem()
        .code();
  }

  private long find(long run, String text) {
    return journal.changes(run, new JournalQuery("", "", "", text, 0, 9)).total();
  }

  private static JournalQuery outcome(String outcome) {
    return new JournalQuery("", "", outcome, "", 0, 9);
  }

  /** A run in which the person is in every kind of change, and everything else that names them. */
  private long fillEverything() {
    links.store(
        List.of(
            link(connection, ID, OLD_NAME, "JIRAUSER4711"),
            link(connection, OTHER, OTHER_NAME, "JIRAUSER4712"),
            Link.ofGroup(connection, STAFF, 7, STAFF_NAME, Link.Origin.CREATED)));
    links.noteAdded(staffLink(), List.of(ID, OTHER));
    new AoObjectLinks(database.node())
        .store(
            List.of(
                objectLink("Users", NAME.value(), ID, "1"),
                objectLink("Owners", OLD_MAIL, ObjectChange.NO_SOURCE, "2"),
                objectLink("Devices", "guo1", new ExternalId("guo1"), "3")));
    new AoTakeOvers(database.node())
        .store(
            List.of(
                new TakeOver(connection, ID, NAME, 8, "JIRAUSER4711", "eve", LATER),
                new TakeOver(
                    connection, OTHER, OTHER_NAME, 8, "JIRAUSER4712", NAME.value(), LATER)));
    findings.settle(
        connection,
        Set.of(
            new Finding(
                EntityKind.USER, ID.value(), NAME.value(), "name-taken", "obstacle-of-hers"),
            new Finding(EntityKind.USER, OTHER.value(), "ann", "name-taken", "ann")));
    SyncRun run = journal.add(starting(NAME.value()));
    write(
        run.id(),
        new AccountChange.RenameAccount(ID, OLD_NAME, NAME),
        new AccountChange.UpdateAccount(ID, NAME, Map.of("email", OLD_MAIL), Map.of("email", MAIL)),
        new AccountChange.CreateAccount(ID, new Account(NAME, DISPLAY, MAIL, true)),
        new Change.LeaveAlone(EntityKind.USER, ID, OLD_NAME.value(), "", "name-taken", MAIL),
        new Change.AddMember(ID, NAME, STAFF, STAFF_NAME),
        new Change.AddMember(OTHER, OTHER_NAME, STAFF, STAFF_NAME),
        new GroupChange.CreateGroup(STAFF, STAFF_NAME),
        new ObjectChange.CreateObject(
            ID,
            new ObjectIdentity("Users", NAME.value()),
            "Änn of Sales",
            Map.of("Mail", MAIL, "Name", DISPLAY),
            ""),
        new ObjectChange.UpdateObject(
            new ExternalId("guo1"),
            new ObjectIdentity("Devices", "guo1"),
            "Laptop of " + DISPLAY,
            Map.of("Owner", OLD_MAIL, "Used by", "[\"" + NAME.value() + "\",\"eve\"]"),
            Map.of("Owner", MAIL, "Used by", "eve")),
        new AccountChange.CreateAccount(
            OTHER, new Account(OTHER_NAME, "Ann", "ann@example.com", true)));
    journal.advance(run.id(), new Mark(Phase.PREPARE, 9), RunCounts.NONE, results(run.id()));
    journal.update(
        journal
            .find(run.id())
            .orElseThrow()
            .with()
            .state(RunState.PARTIAL)
            .message(Message.of("some", "about " + DISPLAY, 3))
            .notices(List.of(Message.of("seats", "ann, " + NAME.value())))
            .incomplete(List.of(new IncompleteList("groups of " + ID.value(), "no-next")))
            .breaches(List.of(new GuardrailBreach("canary", MAIL, 1, 0)))
            .approval(SyncRun.Approval.NONE.approved(NAME.value(), LATER).rejected("ann"))
            .build());
    planned(RunState.SUCCEEDED, new AccountChange.ReactivateAccount(ID, OLD_NAME));
    planned(RunState.SUCCEEDED, new AccountChange.AdoptAccount(ID, NAME));
    return run.id();
  }

  private List<ChangeResult> results(long plan) {
    Message why = Message.of("account-changed-since", NAME.value(), "email", OLD_MAIL);
    try (Cursor<PlannedChange> changes = plans.changes(plan, Mark.START)) {
      changes.next();
      return List.of(new ChangeResult(changes.next(), RunOutcome.FAILED, why));
    }
  }

  private SyncRun planned(RunState state, Change change) {
    SyncRun run = journal.add(starting("eve"));
    write(run.id(), change);
    SyncRun planned =
        run.with().state(state).fingerprint("f").planExpiresAt(LATER).finishedAt(LATER).build();
    journal.update(planned);
    return planned;
  }

  private SyncRun starting(String by) {
    return SyncRun.starting(
        connection, "manual", by, SyncRun.FULL, false, 1, SyncRun.Origin.NONE, LATER, "node");
  }

  private void write(long plan, Change... changes) {
    try (PlanWriter writer = plans.begin(plan)) {
      for (Change change : changes) {
        writer.change(Phase.PREPARE, change);
      }
      writer.finish();
    }
  }

  private ObjectLink objectLink(String type, String key, ExternalId source, String id) {
    return ObjectLink.of(
        connection, new ObjectIdentity(type, key), source, id, ObjectLink.Origin.CREATED);
  }

  private long staffLink() {
    return links.find(connection, EntityKind.GROUP, STAFF).orElseThrow().id();
  }

  private static Link link(long connection, ExternalId id, AccountName name, String key) {
    return Link.ofAccount(connection, id, 7, name, key, Link.Origin.CREATED);
  }
}
