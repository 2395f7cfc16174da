package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an organisation who it is: first as an administrator, which gives its name too, then as
 * anybody. An organisation that does not say is no fault.
 */
final class OrganisationFinder {
  private static final Logger LOG = LoggerFactory.getLogger(OrganisationFinder.class);
  private static final AttributeTree WANTED =
      AttributeTree.of(List.of("id", "companyName", "subdomain"));

  private final OktaCalls calls;
  private final OktaLists lists;
  private final StopSignal stop;

  OrganisationFinder(OktaCalls calls, OktaLists lists, StopSignal stop) {
    this.calls = calls;
    this.lists = lists;
    this.stop = stop;
  }

  Organisation find() {
    Organisation found = ask(lists.organisation());
    return found.id().isEmpty() ? ask(lists.wellKnown()) : found;
  }

  private Organisation ask(OktaRequest request) {
    try {
      return calls.get(request.withRetries(0), stop, (answer, body) -> read(body));
    } catch (SourceException e) {
      LOG.debug("{} does not tell who it is: {}", request.uri(), e.problem().code());
      return Organisation.UNKNOWN;
    }
  }

  private Organisation read(InputStream body) throws IOException {
    Map<String, SourceValue> kept;
    try (JsonParser json = lists.json().createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnexpectedJsonException("an object was expected");
      }
      kept = WANTED.read(json);
    }
    String company = text(kept, "companyName");
    return new Organisation(
        text(kept, "id"), company.isEmpty() ? text(kept, "subdomain") : company);
  }

  private static String text(Map<String, SourceValue> kept, String name) {
    SourceValue value = kept.get(name);
    return value == null ? "" : value.text();
  }
}
