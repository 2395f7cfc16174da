package org.oktasync.assets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.control.StopSignal;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Searches for objects in Assets' query language, page by page. */
final class ObjectSearch {
  private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

  private final AssetsCalls calls;
  private boolean old;

  ObjectSearch(AssetsCalls calls) {
    this.calls = calls;
  }

  /**
   * A page of what was found.
   *
   * @param objects those in use
   * @param ids those of all entries of the page, archived ones included
   * @param total how many objects there are in all; -1 when Assets does not say
   */
  record Found(List<AssetsObject> objects, List<String> ids, long total) {}

  /**
   * One page.
   *
   * @param number from 1
   * @throws TargetException {@code INVALID} when Assets does not understand the query
   */
  Found page(ObjectType type, String query, int number, int size, StopSignal stop) {
    ObjectReader reader = new ObjectReader(type);
    if (!old) {
      try {
        AssetsRequest request = request("aql/objects", "qlQuery", query, number, size);
        return calls.call(request, stop, answer -> read(reader, answer.body()));
      } catch (TargetException e) {
        if (e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
        old = true;
      }
    }
    AssetsRequest request = request("iql/objects", "iql", query, number, size);
    return calls.call(request, stop, answer -> read(reader, answer.body()));
  }

  private static AssetsRequest request(
      String path, String parameter, String query, int number, int size) {
    return AssetsRequest.get(path)
        .with(parameter, query)
        .with("page", number)
        .with("resultPerPage", size)
        .with("includeAttributes", true)
        .with("includeAttributesDeep", 1)
        .with("includeTypeAttributes", false)
        .with("includeExtendedInfo", false);
  }

  /** Holds one entry at a time as a tree: a whole page of them would be ten times its text. */
  private static Found read(ObjectReader reader, byte[] body) throws IOException {
    try {
      return parsed(reader, body);
    } catch (JsonProcessingException e) {
      // Its message would repeat what could not be read.
      throw new IOException("no JSON");
    }
  }

  private static Found parsed(ObjectReader reader, byte[] body) throws IOException {
    List<AssetsObject> objects = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    long total = -1;
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("objectEntries") && value == JsonToken.START_ARRAY) {
          entries(parser, reader, objects, ids);
        } else if (field.equals("totalFilterCount")) {
          total = parser.getValueAsLong(-1);
        } else {
          parser.skipChildren();
        }
      }
    }
    return new Found(objects, ids, total);
  }

  private static void entries(
      JsonParser parser, ObjectReader reader, List<AssetsObject> objects, List<String> ids)
      throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      JsonNode entry = parser.readValueAsTree();
      ids.add(Ids.of(entry, "id"));
      if (!ObjectReader.isArchived(entry)) {
        objects.add(reader.read(entry));
      }
    }
  }
}
