package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.UserType;

/** Okta's types of users, and the schemas of users, groups and users of applications. */
final class OktaSchemas implements SourceSchemas {
  private static final String SCHEMAS = "/api/v1/meta/schemas/";

  private final OktaCalls calls;
  private final OktaLists lists;
  private final SchemaReader schemas = new SchemaReader();

  OktaSchemas(OktaCalls calls, OktaLists lists) {
    this.calls = calls;
    this.lists = lists;
  }

  @Override
  public List<UserType> userTypes(StopSignal stop) {
    List<SourceValue.Fields> found = new ArrayList<>();
    Completeness judged =
        lists
            .walk(new IdentifiedParser(), TreePath::id)
            .walk(
                lists.request("/api/v1/meta/types/user"), stop, page -> found.addAll(page.items()));
    if (!judged.complete()) {
      throw new SourceException(Kind.FATAL, Message.of(judged.reason(), "user types"), null);
    }
    return found.stream()
        .map(type -> userType(type, stop))
        .sorted(
            Comparator.comparing((UserType type) -> !type.standard()).thenComparing(UserType::name))
        .toList();
  }

  private UserType userType(SourceValue.Fields type, StopSignal stop) {
    String name = TreePath.text(type, "name");
    String title = TreePath.text(type, "displayName");
    boolean standard = TreePath.flag(type, "default");
    String schema = TreePath.text(type, "_links.schema.href");
    OktaRequest request =
        schema.isEmpty() && standard
            ? lists.request(SCHEMAS + "user/default")
            : lists.follow(schema);
    return new UserType(
        TreePath.id(type),
        name,
        title.isBlank() ? name : title,
        standard,
        schemas.attributes(ObjectFacts.USER, object(request, stop)));
  }

  @Override
  public List<SourceAttribute> groupAttributes(StopSignal stop) {
    OktaRequest request = lists.request(SCHEMAS + "group/default");
    return schemas.attributes(ObjectFacts.GROUP, object(request, stop));
  }

  @Override
  public List<SourceAttribute> appUserAttributes(String app, StopSignal stop) {
    OktaRequest request = lists.request(SCHEMAS + "apps/" + OktaLists.escaped(app) + "/default");
    return schemas.attributes(ObjectFacts.APP_USER, object(request, stop));
  }

  private SourceValue.Fields object(OktaRequest request, StopSignal stop) {
    return calls.get(request, stop, (answer, body) -> single(body));
  }

  private SourceValue.Fields single(InputStream body) throws IOException {
    try (JsonParser json = lists.json().createParser(body)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw new JsonEOFException(json, null, "the body is empty");
      } else if (first != JsonToken.START_OBJECT) {
        throw new UnexpectedJsonException("a schema was expected");
      }
      return (SourceValue.Fields) JsonValues.read(json);
    }
  }
}
