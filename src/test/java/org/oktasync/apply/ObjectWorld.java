package org.oktasync.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryObjectLinks;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.mapping.assets.AttributeRule;
import org.oktasync.mapping.assets.KeyRule;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.Place;
import org.oktasync.mapping.assets.PlainRule;
import org.oktasync.mapping.assets.ReferenceRule;
import org.oktasync.mapping.assets.SourcePath;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.plan.assets.CurrentObject;
import org.oktasync.plan.assets.DesiredObject;
import org.oktasync.plan.assets.KnownLink;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.plan.assets.ObjectPlanner;
import org.oktasync.plan.assets.ObjectUndo;
import org.oktasync.plan.assets.ObjectsNow;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.ReferenceBook;
import org.oktasync.plan.assets.TypeLinks;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.plan.assets.TypedObjects;
import org.oktasync.plan.assets.UserLookup;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.SyncRun;

/**
 * Planner and executor of objects over an Assets in memory: people with groups and a manager,
 * groups of their own, roles that nobody maps.
 */
final class ObjectWorld {
  static final long CONNECTION = 1;

  final InMemoryAssets assets = new InMemoryAssets();
  final AssetsHand hand = new AssetsHand(assets);
  final InMemoryObjectLinks links = new InMemoryObjectLinks();
  final InMemoryPlanStore plans = new InMemoryPlanStore();
  final InMemoryJournal journal = new InMemoryJournal(plans);
  final Map<String, Map<String, Object>> people = new TreeMap<>();
  final Map<String, Map<String, Object>> groups = new TreeMap<>();
  final Map<String, AssetsUser> users = new HashMap<>();
  MissingPolicy policy = new MissingPolicy(MissingPolicy.Action.STATUS, "Not in Okta", 0, 1);
  WriteCheck check = WriteCheck.NONE;
  boolean whole = true;
  boolean usersAreSilent;
  Set<String> uncertain = Set.of();
  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  List<Message> problems = List.of();
  PlanExecutor.Outcome outcome;

  /** Lines of the mapping of people beside those that it always has. */
  final List<AttributeRule> further = new ArrayList<>();

  String groupCondition = "Name = ${groups}";

  /** Both sides are handed over in another order before they are sorted. */
  boolean reversed;

  private final String usersType;
  private ObjectWriter writer;
  private ObjectNotes notes = new ObjectNotes(CONNECTION, links);

  ObjectWorld() {
    String groupsType = type("Groups");
    add(groupsType, NewAttribute.of("Okta ID", AttributeType.TEXT));
    String roles = type("Roles");
    usersType = type("Users");
    add(usersType, NewAttribute.of("Okta ID", AttributeType.TEXT));
    add(usersType, NewAttribute.of("Floor", AttributeType.INTEGER));
    add(usersType, NewAttribute.of("Account", AttributeType.USER));
    add(usersType, NewAttribute.of("Status", AttributeType.STATUS));
    add(usersType, NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(groupsType));
    add(usersType, NewAttribute.of("Roles", AttributeType.REFERENCE).many().to(roles));
    add(usersType, NewAttribute.of("Manager", AttributeType.REFERENCE).to(usersType));
    assets.world().addStatus(assets.schemaId(), "Not in Okta");
  }

  private String type(String name) {
    return assets.world().addType(assets.schemaId(), name).id();
  }

  private void add(String type, NewAttribute attribute) {
    assets.world().addAttribute(type, attribute);
  }

  /** From now on Assets refuses a second person of one key. */
  ObjectWorld distinctKeys() {
    return keys(AttributeType.TEXT, true);
  }

  /** People are told apart by whole numbers. */
  ObjectWorld numberedPeople() {
    return keys(AttributeType.INTEGER, false);
  }

  private ObjectWorld keys(AttributeType kind, boolean distinct) {
    ObjectType type = assets.world().type(usersType);
    ObjectAttribute key = type.attribute("Okta ID").orElseThrow();
    assets
        .world()
        .put(
            usersType,
            new ObjectAttribute(
                key.id(), key.name(), kind, true, false, 0, 1, distinct, "", List.of()));
    return this;
  }

  String usersType() {
    return usersType;
  }

  /** A person of Okta; values by the name of the field. */
  ObjectWorld person(String id, Object... fields) {
    people.put(id, fields(id, fields));
    return this;
  }

  ObjectWorld group(String id, String name) {
    groups.put(id, fields(id, "name", name));
    return this;
  }

  private static Map<String, Object> fields(String id, Object... fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id);
    for (int i = 0; i < fields.length; i += 2) {
      values.put((String) fields[i], fields[i + 1]);
    }
    return values;
  }

  /** Somebody has an account in Jira. */
  void account(String mail, String name, String key) {
    users.put(mail, new AssetsUser(name, key));
    assets.world().addPerson(name, key);
  }

  private static SourceValue value(Object raw) {
    if (raw instanceof List<?> items) {
      return new SourceValue.Items(items.stream().map(ObjectWorld::value).toList());
    }
    return new SourceValue.Text(String.valueOf(raw));
  }

  static AttributeRule plain(String path, String attribute) {
    return new PlainRule(SourcePath.of(path), attribute, Place.NONE);
  }

  static AttributeRule refer(String path, String attribute, String aql) {
    return new ReferenceRule(SourcePath.of(path), attribute, AqlTemplate.of(aql), Place.NONE);
  }

  private static KeyRule key(String path) {
    return new KeyRule(SourcePath.of(path), "Okta ID", Place.NONE);
  }

  private ObjectMapping peopleMapping() {
    List<AttributeRule> lines = new ArrayList<>(further);
    lines.add(plain("name", "Name"));
    lines.add(plain("floor", "Floor"));
    lines.add(plain("mail", "Account"));
    lines.add(refer("groups", "Groups", groupCondition));
    lines.add(refer("roles", "Roles", "Name = ${roles}"));
    lines.add(refer("manager", "Manager", "\"Okta ID\" = ${manager}"));
    return new ObjectMapping("Users", key("key"), lines, Set.of(), "", "", 0, 0);
  }

  private static ObjectMapping groupsMapping() {
    return new ObjectMapping(
        "Groups", key("id"), List.of(plain("name", "Name")), Set.of(), "/groups", "", 0, 0);
  }

  /** Plans and applies; answers the plan. */
  Plan run() {
    Plan plan = plan();
    apply(plan, Mark.START);
    return plan;
  }

  Plan plan() {
    ObjectSchema schema = assets.schema();
    ProblemCount counted = new ProblemCount();
    List<Side> sides = sides(schema, counted);
    ReferenceBook book = new ReferenceBook();
    sides.forEach(side -> book.expect(side.rules()));
    for (ObjectType type : schema.types()) {
      objects(type).forEach(object -> book.add(type, object));
    }
    sides.forEach(side -> side.ask(book));
    SyncRun run = starting();
    notes = new ObjectNotes(CONNECTION, links);
    try (PlanWriter writer = plans.begin(run.id())) {
      new ObjectPlanner(
              new ObjectPlanner.Context(
                  policy,
                  now,
                  book,
                  this::userOf,
                  identity -> links.find(CONNECTION, identity),
                  counted,
                  notes,
                  writer))
          .plan(List.copyOf(sides), List.of());
      problems = counted.notices();
      return writer.finish();
    }
  }

  /** Plans and applies the way back of a plan that was applied; answers the plan of that. */
  Plan undo(Plan done) {
    ObjectForm form = form(Set.of());
    SyncRun run = starting();
    try (PlanWriter writer = plans.begin(run.id())) {
      new ObjectUndo(phase -> Cursor.over(made(done, phase))).plan(now(form), writer);
      Plan plan = writer.finish();
      apply(plan, Mark.START);
      return plan;
    }
  }

  private List<AppliedChanges.Made> made(Plan done, Phase phase) {
    Map<Mark, RunOutcome> results = new HashMap<>();
    journal
        .results(done.id(), Mark.START, Integer.MAX_VALUE)
        .forEach(result -> results.put(result.change().mark(), result.outcome()));
    return changes(done).stream()
        .filter(change -> change.phase() == phase)
        .filter(
            change -> results.getOrDefault(change.mark(), RunOutcome.APPLIED) == RunOutcome.APPLIED)
        .map(
            change ->
                new AppliedChanges.Made(
                    change.row().toChange(), true, !results.containsKey(change.mark())))
        .toList();
  }

  private ObjectsNow now(ObjectForm form) {
    return new ObjectsNow() {
      @Override
      public Optional<ObjectLink> link(ObjectChange change) {
        return links
            .find(CONNECTION, change.identity().type(), change.sourceId())
            .or(() -> links.find(CONNECTION, change.identity()));
      }

      @Override
      public Optional<AssetsObject> object(ObjectLink link) {
        return assets.object(link.objectId());
      }

      @Override
      public Map<String, String> texts(
          AssetsObject object, ObjectChange change, Collection<String> attributes) {
        return form.present(object, change, attributes);
      }

      @Override
      public Optional<ObjectAttribute> key(ObjectChange change) {
        return form.keyOf(change);
      }

      @Override
      public boolean refers(ObjectChange change, String attribute) {
        return form.present(change.identity().type())
            .flatMap(type -> type.attribute(attribute))
            .filter(found -> found.type() == AttributeType.REFERENCE)
            .isPresent();
      }

      @Override
      public long owned() {
        return links.count(CONNECTION);
      }
    };
  }

  private Optional<AssetsUser> userOf(String text) {
    if (usersAreSilent) {
      throw new UserLookup.UnansweredException(null);
    }
    return Optional.ofNullable(users.get(text));
  }

  private SyncRun starting() {
    return journal.add(
        SyncRun.starting(
            CONNECTION, "manual", "", SyncRun.FULL, false, 1, SyncRun.Origin.NONE, now, "n"));
  }

  private List<TypeRules> rules(ObjectSchema schema, ProblemCount counted) {
    List<TypeRules> rules = new ArrayList<>();
    for (ObjectMapping mapping : List.of(peopleMapping(), groupsMapping())) {
      schema
          .type(mapping.name())
          .flatMap(type -> TypeRules.of(schema, type, mapping, counted))
          .ifPresent(rules::add);
    }
    return rules;
  }

  private List<Side> sides(ObjectSchema schema, ProblemCount counted) {
    List<Side> sides = new ArrayList<>();
    for (TypeRules rules : rules(schema, counted)) {
      boolean ofPeople = rules.type().name().equals("Users");
      sides.add(new Side(rules, ofPeople ? people : groups, ofPeople ? uncertain : Set.of()));
    }
    return sides;
  }

  private List<AssetsObject> objects(ObjectType type) {
    List<AssetsObject> all = new ArrayList<>();
    assets.objects(type, new StopSignal()).forEachRemaining(all::add);
    if (reversed) {
      Collections.reverse(all);
    }
    return all;
  }

  /** Applies what stands behind a mark. */
  void apply(Plan plan, Mark from) {
    SyncRun run = journal.find(plan.id()).orElseThrow();
    try (Cursor<PlannedChange> changes = plans.changes(plan.id(), from)) {
      outcome =
          new PlanExecutor(journal, NoDirectory::new, () -> null, () -> writer(plan))
              .apply(run, changes, new StopSignal(), Progress.NONE);
    }
    notes.settle();
  }

  /** Writes by whatever plan, whose end is not known. */
  ObjectWriter writer() {
    return writer(form(Set.of()));
  }

  private ObjectWriter writer(Plan plan) {
    return writer(form(LeavingObjects.of(CONNECTION, links, plans, plan.id(), assets.schema())));
  }

  private ObjectWriter writer(ObjectForm form) {
    writer =
        new ObjectWriter(
            CONNECTION, assets, form, links, new RetryPolicy((time, stop) -> stop.check()), check);
    return writer;
  }

  /** What the last writer would have people know. */
  List<Message> written() {
    return writer.notices();
  }

  private ObjectForm form(Set<String> leaving) {
    ObjectSchema schema = assets.schema();
    return new ObjectForm(
        assets,
        schema,
        rules(schema, new ProblemCount()),
        name -> users.values().stream().filter(user -> user.name().equals(name)).findFirst(),
        leaving);
  }

  /** Applies a plan that somebody else made. */
  void write(Phase phase, ObjectChange... changes) {
    try (PlanWriter writer = plans.begin(starting().id())) {
      for (ObjectChange change : changes) {
        writer.change(phase, change);
      }
      apply(writer.finish(), Mark.START);
    }
  }

  /** Puts links in order after a run that died with these changes in doubt. */
  void recover(List<ObjectChange> doubtful) {
    new ObjectRecovery(CONNECTION, assets, form(Set.of()), links).recover(doubtful);
  }

  List<PlannedChange> changes(Plan plan) {
    return plans.all(plan.id());
  }

  /** Passes what is left alone by. */
  private static final class NoDirectory implements ChangeWriter {
    @Override
    public String together(Change change) {
      return null;
    }

    @Override
    public int most() {
      return 1;
    }

    @Override
    public void write(List<PlannedChange> batch, Applied applied, StopSignal stop) {
      if (batch.stream().anyMatch(one -> one.row().operation() != Operation.LEAVE)) {
        throw new AssertionError("no change of an object goes to the directory");
      }
    }
  }

  /** One type in memory. */
  private final class Side implements TypedObjects {
    private final TypeRules rules;
    private final List<DesiredObject> desired = new ArrayList<>();
    private final List<CurrentObject> current = new ArrayList<>();
    private final TypeLinks known;

    Side(TypeRules rules, Map<String, Map<String, Object>> source, Set<String> uncertain) {
      this.rules = rules;
      this.known = new TypeLinks(links.links(CONNECTION, rules.type().name()));
      List<String> ids = new ArrayList<>(source.keySet());
      if (reversed) {
        Collections.reverse(ids);
      }
      ids.forEach(id -> want(id, source.get(id), uncertain));
      desired.sort(
          Comparator.comparing((DesiredObject one) -> NameFolding.fold(one.object().key()))
              .thenComparing(DesiredObject::sourceId));
      objects(rules.type())
          .forEach(
              object -> current.add(new CurrentObject(known.keyOf(object, rules.key()), object)));
      current.sort(
          Comparator.comparing(CurrentObject::key).thenComparing(one -> one.object().id()));
    }

    private void want(String id, Map<String, Object> source, Set<String> uncertain) {
      Map<String, SourceValue> fields = new HashMap<>();
      source.forEach((name, raw) -> fields.put(name, value(raw)));
      fields.putIfAbsent("key", new SourceValue.Text(id));
      DesiredObject one =
          new DesiredObject(
              new ExternalId(id), rules.objectOf(new SourceValue.Fields(fields)), uncertain);
      desired.add(one);
      known.seen(one.sourceId(), one.object().key());
    }

    /** Asks conditions that no index answers. */
    void ask(ReferenceBook book) {
      rules
          .references()
          .filter(rule -> rule.condition().equalityAttribute().isEmpty())
          .forEach(
              rule ->
                  desired.stream()
                      .flatMap(
                          one ->
                              one
                                  .object()
                                  .references()
                                  .getOrDefault(rule.mapped(), List.of())
                                  .stream())
                      .map(value -> rule.condition().fill(value))
                      .distinct()
                      .forEach(
                          aql ->
                              book.answer(rule.target(), aql, assets.find(rule.target(), aql, 2))));
    }

    @Override
    public TypeRules rules() {
      return rules;
    }

    @Override
    public boolean whole() {
      return whole;
    }

    @Override
    public Cursor<DesiredObject> desired() {
      return Cursor.over(desired);
    }

    @Override
    public Cursor<CurrentObject> current() {
      return Cursor.over(current);
    }

    @Override
    public Cursor<KnownLink> links() {
      return known.links();
    }
  }
}
