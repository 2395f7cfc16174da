package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.SourceValue;

/**
 * Reads a page of a list in either of the forms that Okta uses: an array, or an object that holds
 * one array of objects, the next page's address under {@code _links.next}, and nothing else. Any
 * other object is no list. Nothing is given away before the page has ended.
 */
final class ListPageReader<T> implements AnswerReader<Page<T>> {
  private static final String LINKS = "_links";
  private static final String METADATA = "metadata";

  private final JsonFactory json;
  private final NextPage nextPage;
  private final RecordParser<T> parser;

  ListPageReader(JsonFactory json, NextPage nextPage, RecordParser<T> parser) {
    this.json = json;
    this.nextPage = nextPage;
    this.parser = parser;
  }

  @Override
  public Page<T> read(OktaAnswer answer, InputStream body) throws IOException {
    Content content = new Content();
    try (JsonParser at = json.createParser(body)) {
      JsonToken first = at.nextToken();
      if (first == null) {
        throw new JsonEOFException(at, null, "the body is empty");
      } else if (first == JsonToken.START_OBJECT) {
        content.wrapper(at);
      } else if (first != JsonToken.START_ARRAY || !content.array(at)) {
        throw new UnexpectedJsonException("a list of objects was expected");
      }
      if (at.nextToken() != null) {
        throw new UnexpectedJsonException("something stands behind the list");
      }
    }
    return new Page<>(
        content.items, content.unidentified, nextPage.of(answer, content.next), answer.date());
  }

  /** What one body holds. */
  private final class Content {
    private final List<T> items = new ArrayList<>();
    private int unidentified;
    private String next = "";

    /** Reads up to the end of the array; false when something else than objects is in it. */
    boolean array(JsonParser at) throws IOException {
      while (at.nextToken() == JsonToken.START_OBJECT) {
        T item = parser.parse(at);
        if (item == null) {
          unidentified++;
        } else {
          items.add(item);
        }
      }
      return at.currentToken() == JsonToken.END_ARRAY;
    }

    void wrapper(JsonParser at) throws IOException {
      boolean found = false;
      while (at.nextToken() != JsonToken.END_OBJECT) {
        String name = at.currentName();
        JsonToken value = at.nextToken();
        if (name.equals(LINKS) && value == JsonToken.START_OBJECT) {
          next = nextOf(JsonValues.read(at));
        } else if (value == JsonToken.START_ARRAY && !found && array(at)) {
          found = true;
        } else if (name.equals(METADATA)) {
          at.skipChildren();
        } else {
          throw new NotAListException();
        }
      }
      if (!found) {
        throw new NotAListException();
      }
    }
  }

  /** The next page's address, given as an object around it or as it is. */
  private static String nextOf(SourceValue links) {
    SourceValue next = ((SourceValue.Fields) links).values().get("next");
    if (next instanceof SourceValue.Fields link) {
      next = link.values().get("href");
    }
    return next instanceof SourceValue.Text address ? address.value() : "";
  }
}
