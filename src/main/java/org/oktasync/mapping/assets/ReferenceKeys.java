package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;

/**
 * References that look for an attribute which the list they lead to does not fill, or fills with
 * something else: they would find nothing, and make objects beside those of the list.
 */
final class ReferenceKeys {
  /** What an element of a section is called by, as {@code SourceValue.text()} has it. */
  private static final Map<String, String> CALLED_BY =
      Map.of(
          Section.GROUPS, "profile.name",
          Section.APPS, "label",
          Section.ROLES, "label",
          Section.DEVICES, "id");

  private static final List<String> NAMES = List.of("label", "profile.name", "name");

  private final TextLines text;
  private final TypeNames names;

  ReferenceKeys(TextLines text, TypeNames names) {
    this.text = text;
    this.names = names;
  }

  Stream<KeyConflict> find(List<ObjectMapping> mappings) {
    Map<String, List<ObjectMapping>> byType =
        mappings.stream()
            .collect(Collectors.groupingBy(one -> NameFolding.fold(names.typeOf(one))));
    return mappings.stream()
        .flatMap(from -> from.attributes().stream().flatMap(rule -> of(from, rule, byType)));
  }

  private Stream<KeyConflict> of(
      ObjectMapping from, AttributeRule rule, Map<String, List<ObjectMapping>> byType) {
    if (!(rule instanceof ReferenceRule reference)) {
      return Stream.empty();
    }
    return names
        .referredType(from, reference)
        .map(type -> byType.getOrDefault(NameFolding.fold(type), List.of()))
        .stream()
        .flatMap(List::stream)
        .limit(1)
        .flatMap(to -> conflict(from, reference, to).stream());
  }

  private Optional<KeyConflict> conflict(
      ObjectMapping from, ReferenceRule reference, ObjectMapping to) {
    Optional<String> wanted = reference.condition().equalityAttribute();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<SourcePath> filledFrom = filledFrom(to, wanted.get());
    Optional<SourcePath> called = calledBy(from, reference, to);
    if (filledFrom.isEmpty()) {
      return Optional.of(unfilled(reference, wanted.get(), to, called));
    }
    return called
        .filter(path -> fromSection(from, reference) && !path.equals(filledFrom.get()))
        .map(path -> differs(reference, to, wanted.get(), path));
  }

  private KeyConflict unfilled(
      ReferenceRule reference, String wanted, ObjectMapping to, Optional<SourcePath> called) {
    Message what =
        Message.of(
            "conflict-reference-key",
            reference.attribute(),
            wanted,
            to.key().attribute(),
            to.key().place().line());
    String fix =
        called.map(path -> text.withAfter(to.lastLine(), line(path, wanted)).text()).orElse("");
    return new KeyConflict(reference.place(), what, fix);
  }

  private KeyConflict differs(
      ReferenceRule reference, ObjectMapping to, String wanted, SourcePath called) {
    SourcePath filledFrom = filledFrom(to, wanted).orElse(called);
    Message what =
        Message.of("conflict-reference-value", reference.attribute(), wanted, called, filledFrom);
    String fix =
        to.rule(wanted)
            .map(rule -> text.with(rule.place().line(), line(called, wanted)).text())
            .orElse("");
    return new KeyConflict(reference.place(), what, fix);
  }

  private static String line(SourcePath path, String attribute) {
    return MappingPrinter.value(path.toString(), attribute);
  }

  private static Optional<SourcePath> filledFrom(ObjectMapping to, String attribute) {
    return to.key().attribute().equalsIgnoreCase(attribute)
        ? Optional.of(to.key().path())
        : to.rule(attribute).map(AttributeRule::path);
  }

  private static boolean fromSection(ObjectMapping from, ReferenceRule reference) {
    return from.mapsPeople() && Section.ALL.contains(reference.path().first());
  }

  /** Where an object of the list has the text that the reference looks for. */
  private static Optional<SourcePath> calledBy(
      ObjectMapping from, ReferenceRule reference, ObjectMapping to) {
    if (to.mapsPeople()) {
      return Optional.empty();
    } else if (fromSection(from, reference)) {
      return Optional.of(
          reference
              .path()
              .withinElement()
              .orElseGet(() -> SourcePath.of(CALLED_BY.get(reference.path().first()))));
    }
    return NAMES.stream()
        .map(SourcePath::of)
        .filter(name -> to.attributes().stream().anyMatch(rule -> rule.path().equals(name)))
        .findFirst();
  }
}
