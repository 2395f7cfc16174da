package org.oktasync.mapping.assets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.model.SourceValue;

/**
 * How the objects of one list of the source become objects of one type.
 *
 * @param name the heading, {@code Groups} for {@code Groups:}; empty for the mapping without a
 *     heading, which maps people into a type that the settings name
 * @param key what tells one object from another; null only in a mapping that has errors
 * @param attributes what goes into which attribute, in the order of the text, without the key
 * @param sections the lists to read for each person, of {@link Section}'s names; empty for none
 * @param dataSource path and query of the list, beginning with a slash and fit for an address;
 *     empty for the people
 * @param search an expression that narrows the list down; empty for the whole of it
 * @param pageSize how many objects to ask for at a time; 0 when it is not stated
 * @param dataLimit how many objects to take in one run; 0 for all
 */
public record ObjectMapping(
    String name,
    KeyRule key,
    List<AttributeRule> attributes,
    Set<String> sections,
    String dataSource,
    String search,
    int pageSize,
    int dataLimit) {
  public ObjectMapping {
    attributes = List.copyOf(attributes);
    sections = Set.copyOf(sections);
  }

  /** Whether it maps people, and not another list. */
  public boolean mapsPeople() {
    return dataSource.isEmpty();
  }

  /** Path and query of its list, people's too, with the search, fit for an address. */
  public String listAddress() {
    String list = mapsPeople() ? DataSource.PEOPLE : dataSource;
    if (search.isEmpty()) {
      return list;
    }
    String escaped = URLEncoder.encode(search, StandardCharsets.UTF_8).replace("+", "%20");
    return list + (list.contains("?") ? "&" : "?") + "search=" + escaped;
  }

  /** The rule for an attribute, upper or lower case alike; the key's is not among them. */
  public Optional<AttributeRule> rule(String attribute) {
    return attributes.stream()
        .filter(rule -> rule.attribute().equalsIgnoreCase(attribute))
        .findFirst();
  }

  /** The line of the last rule, counted from 1. */
  int lastLine() {
    Stream<Place> places =
        Stream.concat(
            Stream.ofNullable(key).map(KeyRule::place),
            attributes.stream().map(AttributeRule::place));
    return places.mapToInt(Place::line).max().orElse(0);
  }

  /**
   * What must be read of each source object, as {@link SourcePath#attribute()} gives it, so that
   * every rule finds its values; sections are not among them.
   */
  public Set<String> attributesToRead() {
    Stream<SourcePath> paths =
        Stream.concat(
            Stream.ofNullable(key).map(KeyRule::path),
            attributes.stream().map(AttributeRule::path));
    return paths
        .filter(path -> !sections.contains(path.first()))
        .map(SourcePath::attribute)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The object that a source object should be. Total: never throws for any record.
   *
   * @param source by name; names may be dotted paths, as in {@link
   *     org.oktasync.model.SourceRecord}; sections under their names
   */
  public MappedObject objectOf(SourceValue.Fields source) {
    return new ObjectReading(this).objectOf(source);
  }
}
