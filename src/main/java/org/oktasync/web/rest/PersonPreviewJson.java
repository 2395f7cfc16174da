package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.mapping.Transformed;
import org.oktasync.model.Account;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.run.person.GroupReason;
import org.oktasync.run.person.PersonPreview;
import org.oktasync.run.preview.SourcePreview;

/** What a run would do to one person, as JSON. */
final class PersonPreviewJson {
  private final Texts texts;

  PersonPreviewJson(Texts texts) {
    this.texts = texts;
  }

  ObjectNode of(PersonPreview preview) {
    ObjectNode json = JsonAnswer.object().put("user", preview.id().value());
    json.set("found", found(preview));
    json.set("scope", scope(preview.wanted()));
    json.set("matched", matched(preview));
    json.set("mapped", mapped(preview));
    ArrayNode groups = json.putArray("groups");
    preview
        .groups()
        .forEach(group -> groups.add(of(group).put("after", preview.memberAfter(group))));
    ArrayNode changes = json.putArray("changes");
    preview.changes().forEach(row -> changes.add(change(texts, row)));
    ArrayNode breaches = json.putArray("breaches");
    preview
        .breaches()
        .forEach(
            breach ->
                breaches
                    .addObject()
                    .put("guardrail", breach.guardrail())
                    .put("message", texts.of(breach.message())));
    return json;
  }

  private static ObjectNode found(PersonPreview preview) {
    ObjectNode json = JsonAnswer.object().put("ok", preview.mapped() != null);
    json.set(
        "person",
        preview.mapped() == null ? null : SourceUserJson.brief(preview.mapped().person()));
    return json;
  }

  private static ObjectNode scope(DesiredAccount wanted) {
    boolean in = wanted != null && wanted.reach() == Reach.IN_SCOPE;
    return JsonAnswer.object()
        .put("ok", in && wanted.active())
        .put("reach", wanted == null ? "not-found" : label(wanted.reach()))
        .put("active", wanted != null && wanted.active())
        .put("status", wanted == null ? null : wanted.status());
  }

  private static String label(Enum<?> word) {
    return word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode matched(PersonPreview preview) {
    ObjectNode json = JsonAnswer.object().put("ok", preview.link() != null);
    Link link = preview.link();
    json.set(
        "link",
        link == null
            ? null
            : JsonAnswer.object().put("account", link.name()).put("origin", label(link.origin())));
    Account account = preview.account();
    json.set(
        "account",
        account == null
            ? null
            : JsonAnswer.object()
                .put("name", account.name().value())
                .put("displayName", account.displayName())
                .put("email", account.email())
                .put("active", account.active()));
    return json.put("shadowed", preview.shadowed());
  }

  private ObjectNode mapped(PersonPreview preview) {
    DesiredAccount wanted = preview.wanted();
    ObjectNode json = JsonAnswer.object().put("ok", wanted != null && wanted.problem() == null);
    ArrayNode attributes = json.putArray("attributes");
    if (preview.mapped() != null) {
      preview.mapped().attributes().forEach(one -> attributes.add(of(one)));
    }
    texts.put(json, wanted == null || wanted.problem() == null ? null : of(wanted.problem()));
    ArrayNode remarks = json.putArray("remarks");
    if (wanted != null) {
      wanted.remarks().forEach(remark -> texts.put(remarks.addObject(), of(remark)));
    }
    return json;
  }

  private ObjectNode of(SourcePreview.Mapped mapped) {
    Transformed first = mapped.way().get(0);
    Transformed last = mapped.way().get(mapped.way().size() - 1);
    ObjectNode json =
        JsonAnswer.object()
            .put("target", mapped.attribute().target())
            .put("key", JsonAnswer.orNull(mapped.attribute().key()))
            .put("source", JsonAnswer.orNull(mapped.attribute().source()))
            .put("sourceValue", first.value())
            .put("value", last.value());
    return texts.put(json, last.ok() ? null : of(last.problem()));
  }

  private static Message of(MappingProblem problem) {
    return Message.of(problem.code(), problem.detail());
  }

  private static ObjectNode of(GroupReason group) {
    ObjectNode json =
        JsonAnswer.object()
            .put("name", group.name())
            .put("member", group.member())
            .put("wanted", group.wanted())
            .put("ours", group.ours());
    ArrayNode because = json.putArray("because");
    for (GroupReason.Cause cause : group.because()) {
      because
          .addObject()
          .put("kind", label(cause.kind()))
          .put("sourceId", JsonAnswer.orNull(cause.sourceId()))
          .put("sourceName", JsonAnswer.orNull(cause.sourceName()));
    }
    return json;
  }

  /** A change that nobody has made. */
  static ObjectNode change(Texts texts, ChangeRow row) {
    ObjectNode json =
        JsonAnswer.object()
            .put("kind", row.kind().label())
            .put("operation", row.operation().label())
            .put("subject", row.subject())
            .put("object", JsonAnswer.orNull(row.object()));
    json.set("before", ChangeJson.values(row.before()));
    json.set("after", ChangeJson.values(row.after()));
    String detail = row.after().getOrDefault(Change.Attributes.DETAIL, "");
    return json.put("reason", JsonAnswer.orNull(row.reason()))
        .put("message", row.reason().isEmpty() ? null : texts.of(row.reason(), detail));
  }
}
