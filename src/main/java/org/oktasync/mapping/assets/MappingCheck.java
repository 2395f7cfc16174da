package org.oktasync.mapping.assets;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.ObjectSchema;

/** Says everything that can be said about a mapping text without running it. */
public final class MappingCheck {
  private final String people;

  /**
   * @param people the name of the type that the mapping without a heading fills
   */
  public MappingCheck(String people) {
    this.people = people;
  }

  /** By the text alone. */
  public CheckedMapping check(String text) {
    return check(text, TypeNames.byHeading(people), new Findings(), "");
  }

  /**
   * By the text and what is known of both sides.
   *
   * @param schema the schema as it is now
   * @param fields what the source's schema says
   */
  public CheckedMapping check(String text, ObjectSchema schema, SourceFields fields) {
    TypeNames names = TypeNames.of(schema, people);
    Findings found = new Findings();
    AssetsMapping mapping = MappingParser.parse(text).mapping();
    new SchemaCheck(schema, names, fields, found).check(mapping);
    CurrentNames current = new CurrentNames(text, schema, people);
    current.outdated().forEach(one -> found.warning(one.told()));
    return check(text, names, found, current.text().equals(text) ? "" : current.text());
  }

  private static CheckedMapping check(
      String text, TypeNames names, Findings found, String current) {
    MappingText read = MappingText.read(text);
    read.parsed().errors().forEach(found::error);
    read.warnings().forEach(found::warning);
    checkTypes(read.parsed().mapping(), names, found);
    return new CheckedMapping(
        read.parsed().mapping(),
        found.errors(),
        found.warnings(),
        KeyConflicts.find(text, names),
        current);
  }

  /**
   * A type is filled by one mapping alone: else nobody could tell what is missing from its list.
   */
  private static void checkTypes(AssetsMapping mapping, TypeNames names, Findings found) {
    Map<String, Place> filled = new HashMap<>();
    for (ObjectMapping one : mapping.mappings()) {
      if (one.key() != null) {
        String type = names.typeOf(one);
        Place before = filled.putIfAbsent(NameFolding.fold(type), one.key().place());
        if (before != null) {
          found.error(one.key().place(), "mapping-type-twice", type, before.line());
        }
      }
    }
  }
}
