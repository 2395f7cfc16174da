package org.oktasync.run.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.Guardrail;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Planner;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.read.OnePerson;
import org.oktasync.run.read.PersonReader;
import org.oktasync.run.read.PersonReading;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceLookup;
import org.oktasync.target.DirectoryTarget;

/** Shows what a run would do to one person, without a run: nothing is written or stored. */
public final class PersonControl {
  private static final int MOST_MEANT = 10;

  private final RunPorts ports;
  private final SourcePreview people;
  private final Clock clock;

  public PersonControl(RunPorts ports, SourcePreview people, Clock clock) {
    this.ports = ports;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The person whom a text means: whose id, login or e-mail address it is, or whose account of the
   * connection has that name, though the source may have lost them.
   *
   * @return empty when it means nobody, or more than one person
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public Optional<ExternalId> meant(Connection connection, String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<ExternalId> linked =
        ports
            .links()
            .find(connection.id(), EntityKind.USER, new ExternalId(wanted))
            .or(() -> ports.links().findByName(connection.id(), EntityKind.USER, wanted))
            .map(Link::externalId);
    return linked.isPresent() ? linked : found(connection, wanted);
  }

  private Optional<ExternalId> found(Connection connection, String wanted) {
    try (IdentitySource source = ports.sources().open(connection)) {
      List<ExternalId> exact =
          source.lookup(new StopSignal()).find(wanted, MOST_MEANT).stream()
              .filter(person -> isMeant(person, wanted))
              .map(SourceUser::id)
              .toList();
      return exact.size() == 1 ? Optional.of(exact.get(0)) : Optional.empty();
    }
  }

  private static boolean isMeant(SourceUser person, String text) {
    return person.id().value().equals(text)
        || person.attributes().text("profile.login").equalsIgnoreCase(text)
        || person.attributes().text("profile.email").equalsIgnoreCase(text);
  }

  /**
   * What a run about one person would do now.
   *
   * @param by user name of who asks, who is protected as if they had started the run
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   * @throws org.oktasync.target.TargetException when the directory cannot be used
   */
  public PersonPreview preview(Connection connection, ExternalId person, String by) {
    DirectoryTarget target =
        ports.targets().directories().open(connection.settings().directoryId());
    try (IdentitySource source = ports.sources().open(connection)) {
      SourceLookup lookup = source.lookup(new StopSignal());
      PersonReader reader = new PersonReader(ports, connection, target, lookup, Set.of(by), clock);
      try (PersonReading reading = reader.read(new OnePerson(person, false))) {
        return new Steps(connection, target, person, reading).preview();
      }
    }
  }

  /**
   * Whether a run about a person would change anything now.
   *
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   * @throws org.oktasync.target.TargetException when the directory cannot be used
   */
  boolean isBehind(Connection connection, OnePerson one) {
    DirectoryTarget target =
        ports.targets().directories().open(connection.settings().directoryId());
    try (IdentitySource source = ports.sources().open(connection)) {
      SourceLookup lookup = source.lookup(new StopSignal());
      PersonReader reader = new PersonReader(ports, connection, target, lookup, Set.of(), clock);
      try (PersonReading reading = reader.read(one)) {
        CollectedPlan plan = new CollectedPlan(new SummaryBuilder());
        new Planner(new RunRules(connection.settings()).policy(clock.instant()))
            .plan(reading.desired(), reading.current(), plan);
        return plan.rows().stream().anyMatch(row -> row.operation() != Operation.LEAVE);
      }
    }
  }

  /** The steps of one preview. */
  private final class Steps {
    private final Connection connection;
    private final DirectoryTarget target;
    private final ExternalId person;
    private final PersonReading reading;
    private final RunRules rules;

    Steps(Connection connection, DirectoryTarget target, ExternalId person, PersonReading reading) {
      this.connection = connection;
      this.target = target;
      this.person = person;
      this.reading = reading;
      this.rules = new RunRules(connection.settings());
    }

    PersonPreview preview() {
      SourcePreview.MappedPerson mapped =
          people
              .mapped(connection, connection.settings(), person.value())
              .map(this::inReach)
              .orElse(null);
      Link link = ports.links().find(connection.id(), EntityKind.USER, person).orElse(null);
      Account account = account(mapped, link);
      SummaryBuilder totals = new SummaryBuilder();
      CollectedPlan plan = new CollectedPlan(totals);
      new Planner(rules.policy(clock.instant())).plan(reading.desired(), reading.current(), plan);
      List<GuardrailBreach> breaches =
          new Guardrail(rules.limits())
              .check(
                  reading.judgedBy(totals.summary()), new ReadingFacts(false, 0, false, List.of()));
      return new PersonPreview(
          person,
          mapped,
          link,
          account,
          account != null
              && ports.targets().accountFacts().isShadowed(target.directoryId(), account.name()),
          groups(mapped, account),
          plan.rows(),
          breaches);
    }

    /** Whether somebody is in scope is the source's word, which the mapping has not asked for. */
    private SourcePreview.MappedPerson inReach(SourcePreview.MappedPerson mapped) {
      DesiredAccount read = reading.desiredPeople().getOrDefault(person, mapped.account());
      return new SourcePreview.MappedPerson(mapped.person(), mapped.attributes(), read);
    }

    private Account account(SourcePreview.MappedPerson mapped, Link link) {
      AccountName name = null;
      if (link != null) {
        name = link.accountName();
      } else if (mapped != null && mapped.account().account() != null) {
        name = mapped.account().account().name();
      }
      return name == null ? null : reading.current().account(name).orElse(null);
    }

    private List<GroupReason> groups(SourcePreview.MappedPerson mapped, Account account) {
      GroupReasons reasons =
          new GroupReasons(ports.links(), connection.id(), rules.mapping().groups());
      reasons.inSource(reading.groupsInSource());
      DesiredAccount wanted = mapped == null ? null : mapped.account();
      if (wanted != null && wanted.active() && wanted.reach() == Reach.IN_SCOPE) {
        reasons.there();
      }
      List<GroupName> now = account == null ? List.of() : target.groupsOf(account.name());
      reasons.inJira(person, now);
      return reasons.all();
    }
  }
}
