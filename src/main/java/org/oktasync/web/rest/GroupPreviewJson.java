package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.oktasync.run.preview.GroupPreview;

/** What settings make of groups, as JSON. */
final class GroupPreviewJson {
  private final Texts texts;

  GroupPreviewJson(Texts texts) {
    this.texts = texts;
  }

  ObjectNode of(GroupPreview preview) {
    ObjectNode json = JsonAnswer.object().put("total", preview.total()).put("start", 0);
    ArrayNode values = json.putArray("values");
    preview.groups().forEach(shown -> values.add(of(shown)));
    ArrayNode rows = json.putArray("rows");
    preview.rows().forEach(row -> rows.add(of(row)));
    if (preview.sample().isPresent()) {
      GroupPreview.Named sample = preview.sample().get();
      ObjectNode tried = json.putObject("sample");
      sample.name().ifPresent(name -> tried.put("name", name.value()));
      sample.why().ifPresent(why -> texts.put(tried, why));
    } else {
      json.putNull("sample");
    }
    return json;
  }

  private ObjectNode of(GroupPreview.Shown shown) {
    ObjectNode json = ConnectionGroupsResource.of(shown.source());
    json.put("standing", label(shown.standing()));
    shown.why().ifPresent(why -> texts.put(json, why));
    put(json, shown.target().orElse(null));
    return json;
  }

  private ObjectNode of(GroupPreview.Row row) {
    ObjectNode json = JsonAnswer.object();
    json.set("source", row.source().map(ConnectionGroupsResource::of).orElse(null));
    put(json, row.target().orElse(null));
    return json;
  }

  /**
   * @param target null when there is none
   */
  private static void put(ObjectNode json, GroupPreview.Target target) {
    if (target == null) {
      json.putNull("target");
      return;
    }
    ObjectNode node = json.putObject("target");
    node.put("name", target.name().value())
        .put("holder", label(target.holder()))
        .put("protected", target.guarded());
    ArrayNode opens = node.putArray("opens");
    for (GroupPreview.Opening opening : target.opens()) {
      opens
          .addObject()
          .put("application", opening.application())
          .put("seats", opening.seats())
          .put("used", opening.used())
          .put("more", opening.more().isPresent() ? (Long) opening.more().getAsLong() : null);
    }
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
