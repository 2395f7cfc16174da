package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.oktasync.config.Connection;
import org.oktasync.record.SyncRun;
import org.oktasync.support.LogRing;
import org.oktasync.support.Pseudonyms;

/** Writes what support needs as a zip file in which nobody is named. For one use. */
final class SupportArchive {
  private final ZipOutputStream zip;
  private final Pseudonyms people;

  SupportArchive(OutputStream out, Pseudonyms people) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.people = people;
  }

  /** Whoever stands in these fields is replaced there and everywhere after. */
  void learn(Connection connection) {
    connection.settings().notices().receivers().forEach(people::learn);
    people.learn(connection.settings().leavers().contact());
    connection.settings().guardrails().protectedUsers().forEach(people::learn);
    people.learn(connection.settings().guardrails().canary().user());
  }

  /** Whoever stands in these fields is replaced there and everywhere after. */
  void learn(SyncRun run) {
    people.learn(run.startedBy());
    people.learn(run.approval().approvedBy());
    people.learn(run.approval().rejectedBy());
    people.learn(run.approval().reviewedBy());
  }

  /** Adds JSON under a name. */
  void add(String name, JsonNode content) throws IOException {
    entry(name, scrubbed(content).toPrettyString());
  }

  /** Adds the lines of a log. */
  void add(String name, List<LogRing.Line> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (LogRing.Line line : lines) {
      text.append(line.at()).append(' ').append(line.level()).append(' ');
      text.append(people.scrub(line.text())).append('\n');
      if (!line.trace().isEmpty()) {
        text.append(people.scrub(line.trace())).append('\n');
      }
    }
    entry(name, text.toString());
  }

  /** Ends the file; the stream under it stays open. */
  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  private void entry(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private JsonNode scrubbed(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(people.scrub(node.textValue()));
    } else if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(scrubbed(item)));
      return array;
    } else if (node.isObject()) {
      ObjectNode object = JsonAnswer.object();
      node.properties().forEach(field -> object.set(field.getKey(), scrubbed(field.getValue())));
      return object;
    }
    return node;
  }
}
