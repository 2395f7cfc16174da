package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceLookup;

/** Reads single people and groups. That one is not there counts only when Okta itself says so. */
final class OktaLookup implements SourceLookup {
  private final OktaCalls calls;
  private final OktaLists lists;
  private final StopSignal stop;

  OktaLookup(OktaCalls calls, OktaLists lists, StopSignal stop) {
    this.calls = calls;
    this.lists = lists;
    this.stop = stop;
  }

  @Override
  public Optional<SourceUser> user(ExternalId id) {
    return one(lists.user(id.value()), (answer, body) -> person(id, body));
  }

  @Override
  public Optional<SourceGroup> group(ExternalId id) {
    return one(lists.group(id.value()), (answer, body) -> group(id, body));
  }

  private <T> Optional<T> one(OktaRequest request, AnswerReader<T> reader) {
    try {
      return Optional.of(calls.get(request, stop, reader));
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Set<ExternalId> groupsOf(ExternalId user) {
    Set<ExternalId> groups = new HashSet<>();
    try {
      Completeness completeness =
          lists
              .idWalk()
              .walk(
                  lists.groupsOf(user.value()),
                  stop,
                  page -> page.items().forEach(id -> groups.add(new ExternalId(id))));
      if (!completeness.complete()) {
        throw new SourceException(
            Kind.FATAL, Message.of(completeness.reason(), "groups of " + user), null);
      }
      return groups;
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND && groups.isEmpty()) {
        return Set.of();
      }
      throw e;
    }
  }

  /** The server also finds people by login: whoever has another id was not asked for. */
  private SourceUser person(ExternalId asked, InputStream body) throws IOException {
    SourceUser user = object(body, lists.userParser());
    if (user == null || !user.id().equals(asked)) {
      throw new UnexpectedJsonException("a person of this id was expected");
    }
    return user;
  }

  private SourceGroup group(ExternalId asked, InputStream body) throws IOException {
    SourceGroup group = object(body, new GroupParser());
    if (group == null || !group.id().equals(asked)) {
      throw new UnexpectedJsonException("a group of this id was expected");
    }
    return group;
  }

  /** The object that a body holds; null when it holds something else. */
  private <T> T object(InputStream body, RecordParser<T> parser) throws IOException {
    try (JsonParser json = lists.json().createParser(body)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw new JsonEOFException(json, null, "the body is empty");
      }
      return first == JsonToken.START_OBJECT ? parser.parse(json) : null;
    }
  }
}
