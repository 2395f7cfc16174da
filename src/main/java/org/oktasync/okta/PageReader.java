package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a page of a list; nothing of it is given away before the array has ended. */
final class PageReader<T> implements AnswerReader<Page<T>> {
  private final JsonFactory json;
  private final NextPage nextPage;
  private final RecordParser<T> parser;

  PageReader(JsonFactory json, NextPage nextPage, RecordParser<T> parser) {
    this.json = json;
    this.nextPage = nextPage;
    this.parser = parser;
  }

  @Override
  public Page<T> read(OktaAnswer answer, InputStream body) throws IOException {
    List<T> items = new ArrayList<>();
    int unidentified = 0;
    try (JsonParser at = json.createParser(body)) {
      begin(at);
      while (at.nextToken() == JsonToken.START_OBJECT) {
        T item = parser.parse(at);
        if (item == null) {
          unidentified++;
        } else {
          items.add(item);
        }
      }
      end(at);
    }
    return new Page<>(items, unidentified, nextPage.of(answer), answer.date());
  }

  private static void begin(JsonParser at) throws IOException {
    JsonToken first = at.nextToken();
    if (first == null) {
      throw new JsonEOFException(at, null, "the body is empty");
    }
    if (first != JsonToken.START_ARRAY) {
      throw new UnexpectedJsonException("a list was expected");
    }
  }

  private static void end(JsonParser at) throws IOException {
    if (at.currentToken() != JsonToken.END_ARRAY) {
      throw new UnexpectedJsonException("a list of objects was expected");
    }
    if (at.nextToken() != null) {
      throw new UnexpectedJsonException("something stands behind the list");
    }
  }
}
