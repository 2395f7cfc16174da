package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.KnownFields;
import org.oktasync.mapping.assets.SourceField;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.UserType;

/** What the source's schemas say, in the words of the mapping language. */
final class SourceFieldList {
  private SourceFieldList() {}

  /** The attributes of all types of people together, and of groups. */
  static KnownFields of(SourceSchemas schemas, StopSignal stop) {
    List<SourceAttribute> people = new ArrayList<>();
    for (UserType type : schemas.userTypes(stop)) {
      people.addAll(type.attributes());
    }
    return new KnownFields(fields(people), fields(schemas.groupAttributes(stop)));
  }

  private static List<SourceField> fields(List<SourceAttribute> attributes) {
    Map<String, SourceField> byPath = new LinkedHashMap<>();
    for (SourceAttribute attribute : attributes) {
      SourceField field =
          new SourceField(
              attribute.path(), attribute.title(), kind(attribute), attribute.several());
      byPath.merge(field.path(), field, SourceFieldList::common);
    }
    return List.copyOf(byPath.values());
  }

  /** An attribute that two types of people hold differently may be anything that a text may be. */
  private static SourceField common(SourceField one, SourceField other) {
    SourceField.Kind kind = one.kind() == other.kind() ? one.kind() : SourceField.Kind.TEXT;
    return new SourceField(one.path(), one.label(), kind, one.several() || other.several());
  }

  private static SourceField.Kind kind(SourceAttribute attribute) {
    return switch (attribute.type()) {
      case INTEGER, NUMBER -> SourceField.Kind.NUMBER;
      case FLAG -> SourceField.Kind.FLAG;
      case OTHER -> SourceField.Kind.OBJECT;
      case TEXT ->
          attribute.format() == SourceAttribute.Format.DATE_TIME
              ? SourceField.Kind.DATE_TIME
              : SourceField.Kind.TEXT;
    };
  }
}
