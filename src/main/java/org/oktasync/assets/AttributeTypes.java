package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.oktasync.model.assets.AttributeType;

/** The numbers that Assets has for what values an attribute takes. */
final class AttributeTypes {
  private static final int DEFAULT = 0;
  private static final int REFERENCE = 1;
  private static final int USER = 2;
  private static final int STATUS = 7;

  /** In the order of Assets' numbers for default types. */
  private static final AttributeType[] DEFAULTS = {
    AttributeType.TEXT,
    AttributeType.INTEGER,
    AttributeType.BOOLEAN,
    AttributeType.DOUBLE,
    AttributeType.DATE,
    AttributeType.TIME,
    AttributeType.DATE_TIME,
    AttributeType.URL,
    AttributeType.EMAIL,
    AttributeType.TEXTAREA,
    AttributeType.SELECT,
    AttributeType.IP_ADDRESS
  };

  private static final Map<AttributeType, Integer> OTHERS =
      Map.of(
          AttributeType.REFERENCE, REFERENCE,
          AttributeType.USER, USER,
          AttributeType.STATUS, STATUS);

  private AttributeTypes() {}

  /** What values the attribute of a definition takes. */
  static AttributeType of(JsonNode definition) {
    return switch (Ids.number(definition, "type", DEFAULT)) {
      case DEFAULT -> ofDefault(definition);
      case REFERENCE -> AttributeType.REFERENCE;
      case USER -> AttributeType.USER;
      case STATUS -> AttributeType.STATUS;
      default -> AttributeType.OTHER;
    };
  }

  private static AttributeType ofDefault(JsonNode definition) {
    JsonNode nested = definition.path("defaultType");
    int number =
        nested.isObject()
            ? Ids.number(nested, "id", -1)
            : Ids.number(definition, "defaultTypeId", -1);
    return number >= 0 && number < DEFAULTS.length ? DEFAULTS[number] : AttributeType.OTHER;
  }

  /** The number of the type itself. */
  static int type(AttributeType type) {
    return OTHERS.getOrDefault(type, DEFAULT);
  }

  /** The number of the default type; -1 for types that have none. */
  static int defaultType(AttributeType type) {
    for (int number = 0; number < DEFAULTS.length; number++) {
      if (DEFAULTS[number] == type) {
        return number;
      }
    }
    return -1;
  }
}
