package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * Where a text still names types and attributes of Assets as they were called before somebody
 * renamed them there. Such names are understood; the text is not changed unless somebody asks.
 */
public final class CurrentNames {
  private final ObjectSchema schema;
  private final String people;
  private final TextLines text;
  private final MappingText read;
  private final List<Outdated> found = new ArrayList<>();
  private final TreeMap<Integer, List<Change>> changes = new TreeMap<>();

  /**
   * A name that is out of date.
   *
   * @param place where it stands
   * @param type what the type is called now
   * @param attribute what its attribute is called now; empty when the type itself is named
   * @param was as the text names it
   */
  public record Outdated(Place place, String type, String attribute, String was) {
    /** For a person. */
    MappingError told() {
      Message what =
          attribute.isEmpty()
              ? Message.of("schema-type-renamed", was, type)
              : Message.of("schema-attribute-renamed", was, attribute, type);
      return new MappingError(place, what);
    }
  }

  /** A stretch of a line that would be written otherwise. */
  private record Change(Place place, String to) {}

  /**
   * @param schema the schema as it is now, with the names that types had
   * @param people the type of the mapping without a heading
   */
  public CurrentNames(String text, ObjectSchema schema, String people) {
    this.schema = schema;
    this.people = people;
    this.text = TextLines.of(text);
    this.read = MappingText.read(text);
    look();
  }

  /** Each name that is out of date, in the order of the text. */
  public List<Outdated> outdated() {
    return List.copyOf(found);
  }

  /** The text with the names of today; names that a mapping text cannot write stay. */
  public String text() {
    TextLines changed = text;
    for (var entry : changes.entrySet()) {
      String line = changed.lines().get(entry.getKey() - 1);
      changed = changed.with(entry.getKey(), with(line, entry.getValue()));
    }
    return changed.text();
  }

  /** From the end of the line on, so that places stay what they are. */
  private static String with(String line, List<Change> some) {
    String changed = line;
    for (int i = some.size() - 1; i >= 0; i--) {
      int begin = some.get(i).place().column() - 1;
      int end = begin + some.get(i).place().length();
      String now = changed.substring(0, begin) + some.get(i).to() + changed.substring(end);
      changed = says(now, some.get(i)) ? now : changed;
    }
    return changed;
  }

  /** Whether a line is read with the name that was put into it. */
  private static boolean says(String line, Change change) {
    MappingLine read = LineReader.read(1, line);
    if (read instanceof MappingLine.Heading heading) {
      return heading.name().text().equals(change.to());
    }
    return read instanceof MappingLine.Entry entry
        && (entry.attribute().text().equals(change.to())
            || (entry.condition() != null && entry.condition().text().equals(change.to())));
  }

  private void look() {
    Optional<ObjectType> current = schema.type(people);
    for (MappingLine line : read.lines()) {
      if (line instanceof MappingLine.Heading heading) {
        current = schema.type(heading.name().text());
        current.ifPresent(type -> heading(heading, type));
      } else if (line instanceof MappingLine.Entry entry) {
        current.ifPresent(type -> entry(entry, type));
      }
    }
  }

  private void heading(MappingLine.Heading heading, ObjectType type) {
    String was = heading.name().text();
    if (!type.name().equalsIgnoreCase(was)) {
      found.add(new Outdated(heading.name().place(), type.name(), "", was));
      change(heading.name().place(), type.name());
    }
  }

  private void entry(MappingLine.Entry entry, ObjectType type) {
    Optional<ObjectAttribute> attribute = type.attribute(entry.attribute().text());
    attribute.ifPresent(now -> named(entry.attribute(), now, type));
    if (entry.condition() != null) {
      attribute
          .flatMap(now -> schema.typeById(now.referencedTypeId()))
          .ifPresent(target -> condition(entry.condition(), target));
    }
  }

  private void named(Part part, ObjectAttribute now, ObjectType type) {
    if (!now.name().equalsIgnoreCase(part.text())) {
      found.add(new Outdated(part.place(), type.name(), now.name(), part.text()));
      change(part.place(), now.name());
    }
  }

  private void condition(Part part, ObjectType target) {
    try {
      AqlTemplate condition = AqlTemplate.of(part.text());
      Optional<String> by = condition.equalityAttribute();
      by.flatMap(target::attribute)
          .filter(now -> !now.name().equalsIgnoreCase(by.get()))
          .ifPresent(
              now -> {
                found.add(new Outdated(part.place(), target.name(), now.name(), by.get()));
                change(part.place(), condition.by(now.name()).toString());
              });
    } catch (MalformedAqlException e) {
      // Told where the text is read; there is no name to look for.
    }
  }

  private void change(Place place, String to) {
    changes.computeIfAbsent(place.line(), any -> new ArrayList<>()).add(new Change(place, to));
  }
}
