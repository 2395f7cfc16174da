package org.oktasync.run.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.assets.BoundRule;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.ReferenceBook;
import org.oktasync.plan.assets.TypeLinks;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.record.ObjectLinks;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListReading;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceException;
import org.oktasync.spool.SpoolFolder;
import org.oktasync.target.AssetsTarget;

/**
 * Reads the lists of all mappings, maps them, and then reads what Assets holds. A list that cannot
 * be had leaves its type out, and is told; when Assets cannot be read, nothing is.
 */
public final class ObjectReader {
  private final long connectionId;
  private final ObjectRules rules;
  private final AssetsTarget target;
  private final SchemaMemory memory;
  private final ObjectLinks links;
  private final IdentitySource source;
  private final Path folder;
  private final StopSignal stop;
  private final Progress progress;
  private final ProblemCount problems = new ProblemCount();
  private final List<IncompleteList> incomplete = new ArrayList<>();
  private final List<Message> notices = new ArrayList<>();

  /** Types of which nothing is looked at, because that would take too many calls. */
  private final Set<String> waiting = new TreeSet<>();

  /**
   * @param memory what is known of the schema
   * @param folder an existing, private folder for what is stored
   */
  public ObjectReader(
      long connectionId,
      ObjectRules rules,
      AssetsTarget target,
      SchemaMemory memory,
      ObjectLinks links,
      IdentitySource source,
      Path folder,
      StopSignal stop,
      Progress progress) {
    this.connectionId = connectionId;
    this.rules = rules;
    this.target = target;
    this.memory = memory;
    this.links = links;
    this.source = source;
    this.folder = folder;
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * Reads both sides.
   *
   * @param people the people to look at; not asked for by a limited reading
   * @param limit at most so many source objects of each mapping; 0 for all
   * @throws org.oktasync.target.TargetException when Assets cannot be read, or the mapping has
   *     errors
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  public ObjectReading read(PeopleReading people, int limit) {
    return read(people, limit, mapping -> ListPart.ALL);
  }

  /**
   * Reads both sides of a part of the lists.
   *
   * @param parts how much of the list of a mapping is looked at
   */
  public ObjectReading read(
      PeopleReading people, int limit, Function<ObjectMapping, ListPart> parts) {
    SpoolFolder files = new SpoolFolder(folder);
    try {
      ObjectSchema schema = memory.follow(target.schema());
      Map<String, SpooledType> types = new LinkedHashMap<>();
      List<TypeRules> absent = new ArrayList<>();
      List<TypeRules> bound = rules.bound(schema, problems);
      notices.addAll(memory.remember(ObjectRules.worked(bound)));
      for (TypeRules each : bound) {
        progress.phase("read-objects");
        TypeLinks known = new TypeLinks(links.links(connectionId, each.type().name()));
        SpooledType type = new SpooledType(each, known, files);
        if (want(type, parts.apply(each.mapping()), people, limit, files)) {
          types.put(each.type().id(), type);
        } else {
          absent.add(each);
        }
      }
      if (!waiting.isEmpty()) {
        notices.add(Message.of("assets-lists-wait", String.join(", ", waiting)));
      }
      types.values().stream().filter(SpooledType::heldBack).forEach(this::tellHeldBack);
      boolean whole = limit == 0 && people.everybody();
      ReferenceBook book = whole ? readAll(schema, types) : readSome(types);
      askConditions(types, book);
      return new ObjectReading(
          connectionId,
          links,
          List.copyOf(types.values()),
          absent,
          book,
          rules.missing(),
          problems,
          incomplete,
          notices,
          whole,
          types.values().stream().anyMatch(SpooledType::heldBack),
          files);
    } catch (RuntimeException | Error e) {
      files.close();
      throw e;
    }
  }

  /** Reads the source's side of a type; false when there is none. */
  private boolean want(
      SpooledType type, ListPart part, PeopleReading people, int limit, SpoolFolder files) {
    ObjectMapping mapping = type.rules().mapping();
    if (part instanceof ListPart.Nothing) {
      return false;
    }
    Optional<PartialList> list = PartialList.of(mapping, part, type.known().size(), limit);
    if (list.isEmpty()) {
      waiting.add(type.rules().type().name());
      return false;
    } else if (list.get().waits()) {
      waiting.add(type.rules().type().name());
    }
    try {
      boolean complete =
          mapping.mapsPeople()
              ? wantPeople(type, people, list.get().requests().get(0), limit, files)
              : wantList(type, list.get());
      type.wantNoMore(complete && limit == 0 && people.everybody());
      return true;
    } catch (SourceException e) {
      notices.add(
          Message.of("assets-list-missing", type.rules().type().name(), mapping.listAddress()));
      notices.add(
          e.kind() == SourceException.Kind.NOT_FOUND
              ? Message.of("assets-list-unknown", mapping.listAddress())
              : e.problem());
      if (e.kind() != SourceException.Kind.FEATURE_MISSING) {
        incomplete.add(new IncompleteList(name(type), e.problem().code()));
      }
      return false;
    }
  }

  private void tellHeldBack(SpooledType type) {
    TypeRules rules = type.rules();
    notices.add(Message.of("assets-data-limit", rules.type().name(), rules.mapping().dataLimit()));
  }

  private static String name(SpooledType type) {
    return "objects of " + type.rules().type().name();
  }

  private boolean wantList(SpooledType type, PartialList list) {
    boolean complete = true;
    for (ListRequest request : list.requests()) {
      ListEnd end =
          source.lists().stream(
              request,
              stop,
              element -> {
                if (list.listed().test(element)) {
                  type.want(element.id(), element.value(), Set.of());
                  progress.advance(1);
                }
              });
      if (end.limited() && list.capped()) {
        waiting.add(type.rules().type().name());
      }
      complete &= judged(type, end);
    }
    return complete;
  }

  /** A list that was cut off on purpose is not whole, and nobody need be told. */
  private boolean judged(SpooledType type, ListEnd end) {
    if (!end.completeness().complete() && !end.limited()) {
      incomplete.add(new IncompleteList(name(type), end.completeness().reason()));
    }
    return end.completeness().complete() && !end.limited();
  }

  private boolean wantPeople(
      SpooledType type, PeopleReading people, ListRequest request, int limit, SpoolFolder files) {
    ObjectMapping mapping = type.rules().mapping();
    boolean apart = limit > 0 || (!mapping.search().isEmpty() && people.everybody());
    boolean few = limit > 0 || people.groups().isEmpty();
    try (Sections sections = few ? asked(mapping) : joined(mapping, people, files)) {
      boolean complete =
          apart ? wantListed(type, sections, request) : wantRead(type, people, sections);
      incomplete.addAll(sections.incomplete());
      notices.addAll(sections.notices());
      return complete;
    }
  }

  private Sections asked(ObjectMapping mapping) {
    return new AskedSections(source.lists(), mapping.sections(), stop);
  }

  private Sections joined(ObjectMapping mapping, PeopleReading people, SpoolFolder files) {
    return new JoinedSections(
        source, people.groups().orElseThrow(), mapping.sections(), folder, files, stop, progress);
  }

  /** People whom the mapping narrows down are a list of their own, read in the order of ids. */
  private boolean wantListed(SpooledType type, Sections sections, ListRequest request) {
    try (ListReading list = source.lists().read(request, folder, stop, progress);
        Cursor<SourceElement> elements = list.elements()) {
      while (elements.hasNext()) {
        SourceElement person = elements.next();
        if (!person.id().isBlank()) {
          SourceValue status = person.value().values().get("status");
          want(
              type,
              new ExternalId(person.id()),
              status == null ? "" : status.text(),
              person.value().values(),
              sections);
        }
      }
      return judged(type, list.end());
    }
  }

  private boolean wantRead(SpooledType type, PeopleReading people, Sections sections) {
    try (Cursor<SourceUser> users = people.users()) {
      while (users.hasNext()) {
        SourceUser user = users.next();
        Map<String, SourceValue> values = new HashMap<>(user.attributes().values());
        values.putIfAbsent("id", new SourceValue.Text(user.id().value()));
        values.putIfAbsent("status", new SourceValue.Text(user.status()));
        want(type, user.id(), user.status(), values, sections);
      }
    }
    return people.completeness().complete();
  }

  private void want(
      SpooledType type,
      ExternalId id,
      String status,
      Map<String, SourceValue> values,
      Sections sections) {
    stop.check();
    Sections.Added added = sections.of(id, status);
    Map<String, SourceValue> all = new HashMap<>(values);
    added.things().forEach((name, things) -> all.put(name, new SourceValue.Items(things)));
    type.want(id.value(), new SourceValue.Fields(all), added.uncertain());
    progress.advance(1);
  }

  /** What is mapped is stored; of what is only referred to, no more than it is found by. */
  private ReferenceBook readAll(ObjectSchema schema, Map<String, SpooledType> types) {
    progress.phase("read-assets");
    ReferenceBook book = new ReferenceBook();
    types.values().forEach(type -> book.expect(type.rules()));
    for (ObjectType type : schema.types()) {
      SpooledType mapped = types.get(type.id());
      boolean referred = book.isLookedUp(type);
      if (mapped != null || referred) {
        try (Cursor<AssetsObject> objects = target.objects(type, stop)) {
          while (objects.hasNext()) {
            AssetsObject object = objects.next();
            book.add(type, object);
            if (mapped != null) {
              mapped.add(object);
            }
            progress.advance(1);
          }
        }
      }
    }
    types.values().forEach(SpooledType::addNoMore);
    return book;
  }

  /**
   * Of types of which a part is looked at no more than that part is read, and of what is referred
   * to what the part refers to, as long as that is less than everything.
   */
  private ReferenceBook readSome(Map<String, SpooledType> types) {
    progress.phase("read-assets");
    ReferenceBook book = new ReferenceBook();
    types.values().forEach(type -> book.expect(type.rules()));
    SomeObjects some = new SomeObjects(target, book, stop);
    types.values().forEach(some::read);
    types.values().forEach(SpooledType::addNoMore);
    types.values().forEach(some::readReferred);
    return book;
  }

  /** Conditions that are no plain equality are asked once for each distinct value. */
  private void askConditions(Map<String, SpooledType> types, ReferenceBook book) {
    for (SpooledType type : types.values()) {
      List<BoundRule.Reference> asked =
          type.rules()
              .references()
              .filter(rule -> rule.condition().equalityAttribute().isEmpty())
              .toList();
      if (!asked.isEmpty()) {
        new ReferenceConditions(target, book, problems, stop).ask(type, asked);
      }
    }
  }
}
