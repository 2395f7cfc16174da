package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.SourceValue;

/**
 * The attributes to keep of an object, as a tree of their dotted paths. Everything else of the
 * object is passed over without being built.
 */
final class AttributeTree {
  private final Map<String, AttributeTree> children = new HashMap<>();
  private String path;

  private AttributeTree() {}

  /** The tree of these dotted paths. */
  static AttributeTree of(Collection<String> paths) {
    AttributeTree root = new AttributeTree();
    for (String path : paths) {
      AttributeTree node = root;
      for (String name : path.split("\\.", -1)) {
        node = node.children.computeIfAbsent(name, any -> new AttributeTree());
      }
      node.path = path;
    }
    return root;
  }

  /** Reads the object at whose beginning the parser stands, up to its end. */
  Map<String, SourceValue> read(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      collect(name, json, kept);
    }
    return kept;
  }

  /**
   * Takes what is wanted of the field at whose value the parser stands, up to the value's end.
   *
   * @param kept receives values by their dotted paths
   */
  private void collect(String field, JsonParser json, Map<String, SourceValue> kept)
      throws IOException {
    AttributeTree node = children.get(field);
    if (node == null) {
      json.skipChildren();
    } else if (node.path != null) {
      node.keep(JsonValues.read(json), kept);
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        node.collect(name, json, kept);
      }
    } else {
      json.skipChildren();
    }
  }

  private void keep(SourceValue value, Map<String, SourceValue> kept) {
    if (path != null && value != null) {
      kept.put(path, value);
    }
    if (value instanceof SourceValue.Fields fields) {
      children.forEach((name, child) -> child.keep(fields.values().get(name), kept));
    }
  }
}
