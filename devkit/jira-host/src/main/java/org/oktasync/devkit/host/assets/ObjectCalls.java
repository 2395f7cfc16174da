package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.ObjectStore.Event;

/** The calls for single objects. */
final class ObjectCalls {
  private final Parts parts;
  private final ObjectWrites writes;

  ObjectCalls(Parts parts, ObjectWrites writes, Router router) {
    this.parts = parts;
    this.writes = writes;
    router
        .on("POST", "/object/create", this::create)
        .on("GET", "/object/{id}", this::load)
        .on("PUT", "/object/{id}", this::update)
        .on("DELETE", "/object/{id}", this::delete)
        .on("GET", "/object/{id}/attributes", this::attributes)
        .on("GET", "/object/{id}/history", this::history)
        .on("GET", "/object/{id}/referenceinfo", this::referenceInfo)
        .on("POST", "/objectattribute/create", this::putAttribute);
  }

  /** The object that the path names: by number, and in the lenient reading by key. */
  private StoredObject object(Call call) {
    String id = call.name("id");
    if (parts.options().strict() && !id.matches("\\d+")) {
      throw Refusal.unknown("object", id);
    }
    return object(call, id);
  }

  private StoredObject object(Call call, String idOrKey) {
    StoredObject object =
        parts.objects().find(idOrKey).orElseThrow(() -> Refusal.unknown("object", idOrKey));
    call.require(object.schemaId(), Level.USER);
    return object;
  }

  private Fields json(Call call, StoredObject object) {
    boolean attributes = call.query("includeAttributes", true);
    boolean extended = call.query("includeExtendedInfo", false);
    return parts.views(call, List.of(object)).json(attributes, true, extended).get(0);
  }

  private Object create(Call call) throws IOException {
    Body body = call.body().only("objectTypeId", "attributes", "hasAvatar", "avatarUUID");
    return new Reply(HttpServletResponse.SC_CREATED, json(call, writes.create(call, body)));
  }

  private Object load(Call call) {
    return json(call, object(call));
  }

  private Object update(Call call) throws IOException {
    Body body = call.body().only("objectTypeId", "attributes", "hasAvatar", "avatarUUID");
    Fields changed = json(call, writes.update(call, object(call), body));
    boolean created = parts.options().strict();
    return new Reply(created ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK, changed);
  }

  private Object delete(Call call) {
    StoredObject object = object(call);
    Fields gone = json(call, object);
    writes.delete(call, object);
    return gone;
  }

  private Object attributes(Call call) {
    StoredObject object = object(call);
    return parts.views(call, List.of(object)).attributes(object, true);
  }

  private Object history(Call call) {
    List<Event> events = parts.objects().history(object(call).id());
    var people =
        parts.accounts().people(events.stream().map(Event::actor).collect(Collectors.toSet()));
    Comparator<Event> order = Comparator.comparingLong(Event::id);
    return events.stream()
        .sorted(call.query("asc", false) ? order : order.reversed())
        .map(event -> parts.json(call).event(event, people))
        .toList();
  }

  private Object referenceInfo(Call call) {
    return parts.json(call).referenceInfo(parts.objects().inbound(object(call).id()));
  }

  /** One attribute of an object; what it had before is replaced. */
  private Object putAttribute(Call call) throws IOException {
    Body body =
        call.body()
            .only(
                "includeTypeAttribute",
                "objectId",
                "objectTypeAttributeId",
                "objectAttributeValues",
                "operationType");
    StoredObject object = object(call, Integer.toString(body.number("objectId")));
    int id = body.number("objectTypeAttributeId");
    Attribute attribute =
        call.catalog().attributes(object.typeId()).stream()
            .filter(own -> own.id() == id && !own.system())
            .findAny()
            .orElseThrow(() -> Refusal.unknown("attribute of the object", id));
    writes.replace(call, object, Map.of(attribute, ObjectWrites.texts(body)));
    List<Fields> written =
        parts.views(call, List.of(object)).attributes(object, true).stream()
            .filter(field -> field.get("objectTypeAttributeId").equals(id))
            .toList();
    Fields empty = parts.json(call).objectAttribute(object.id(), attribute, List.of(), true);
    return new Reply(
        HttpServletResponse.SC_CREATED,
        Stream.concat(written.stream(), Stream.of(empty)).findFirst().orElseThrow());
  }
}
