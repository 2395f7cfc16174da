package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * What the application of the scope knows of single people, who are read without it: a list of the
 * application's users brings it along, a person asked for by id does not.
 */
final class AppUserFields {
  private static final Set<String> LEFT_OUT = Set.of("_links", "_embedded");
  private static final String SECRET = AppPersonParser.IN_APP + "credentials.password";

  private final OktaCalls calls;
  private final OktaLists lists;
  private final StopSignal stop;
  private final Optional<String> application;

  /**
   * @param application its id; empty when the scope is another, and nothing is added to anybody
   */
  AppUserFields(OktaCalls calls, OktaLists lists, StopSignal stop, Optional<String> application) {
    this.calls = calls;
    this.lists = lists;
    this.stop = stop;
    this.application = application;
  }

  /**
   * The person with those attributes of the application that are read of people; as they are when
   * none is, or when the application does not know them.
   *
   * @throws SourceException when Okta cannot answer
   */
  SourceUser addedTo(SourceUser user) {
    Set<String> wanted = lists.userParser().paths();
    boolean any = wanted.stream().anyMatch(path -> path.startsWith(AppPersonParser.IN_APP));
    return any ? added(user, wanted::contains) : user;
  }

  /** The person with every attribute that the application shows. */
  SourceUser allAddedTo(SourceUser user) {
    return added(user, path -> !path.startsWith(SECRET));
  }

  private SourceUser added(SourceUser user, Predicate<String> wanted) {
    if (application.isEmpty()) {
      return user;
    }
    Map<String, SourceValue> values = new HashMap<>(user.attributes().values());
    fieldsOf(user)
        .forEach(
            (path, value) -> {
              String name = AppPersonParser.IN_APP + path;
              if (wanted.test(name)) {
                values.put(name, value);
              }
            });
    return new SourceUser(user.id(), user.status(), new SourceRecord(values));
  }

  private Map<String, SourceValue> fieldsOf(SourceUser user) {
    try {
      OktaRequest request = lists.appUser(application.get(), user.id().value());
      return calls.get(request, stop, (answer, body) -> fields(body));
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Map.of();
      }
      throw e;
    }
  }

  private Map<String, SourceValue> fields(InputStream body) throws IOException {
    try (JsonParser json = lists.json().createParser(body)) {
      json.nextToken();
      return JsonValues.read(json) instanceof SourceValue.Fields fields
          ? WholeUserParser.flat(fields, LEFT_OUT)
          : Map.of();
    }
  }
}
