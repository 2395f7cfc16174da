package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.SourceValue;

/** Turns JSON of any shape into source values. */
final class JsonValues {
  /** A number with more digits than this is text: written out, {@code 1e999999999} fills memory. */
  private static final int MOST_DIGITS = 400;

  private JsonValues() {}

  /**
   * Reads the value at which the parser stands, up to its end.
   *
   * @return null for a JSON null
   */
  static SourceValue read(JsonParser json) throws IOException {
    return read(json, Set.of());
  }

  /**
   * Reads the object at whose beginning the parser stands, up to its end.
   *
   * @param leftOut names of fields that are passed over, however deep they stand
   */
  static SourceValue.Fields object(JsonParser json, Set<String> leftOut) throws IOException {
    return fields(json, leftOut);
  }

  private static SourceValue read(JsonParser json, Set<String> leftOut) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> new SourceValue.Text(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE, VALUE_FALSE -> new SourceValue.Flag(json.getBooleanValue());
      case START_ARRAY -> items(json, leftOut);
      case START_OBJECT -> fields(json, leftOut);
      default -> null;
    };
  }

  /** Reads a single value as text, and skips lists and objects: their text is empty. */
  static String text(JsonParser json) throws IOException {
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
      return "";
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
  }

  private static SourceValue number(JsonParser json) throws IOException {
    String written = json.getText();
    BigDecimal number = new BigDecimal(written);
    return Math.abs((long) number.scale()) > MOST_DIGITS
        ? new SourceValue.Text(written)
        : new SourceValue.Number(number);
  }

  private static SourceValue items(JsonParser json, Set<String> leftOut) throws IOException {
    List<SourceValue> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      SourceValue item = read(json, leftOut);
      if (item != null) {
        items.add(item);
      }
    }
    return new SourceValue.Items(List.copyOf(items));
  }

  private static SourceValue.Fields fields(JsonParser json, Set<String> leftOut)
      throws IOException {
    Map<String, SourceValue> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (leftOut.contains(name)) {
        json.skipChildren();
        continue;
      }
      SourceValue value = read(json, leftOut);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new SourceValue.Fields(Map.copyOf(fields));
  }
}
