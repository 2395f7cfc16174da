package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;

/** A Jira in step with its organisation, and what its people lose from then on. */
final class Removals {
  final Lab lab;
  final long connection;
  private final Map<String, Set<String>> before;

  Removals(Lab lab, long connection) {
    this.lab = lab;
    this.connection = connection;
    this.before = held();
  }

  /** An organisation of eighty people in Jira. */
  static Removals inJira(String... words) throws Exception {
    Lab lab = new Lab(words);
    long connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    return new Removals(lab, connection);
  }

  /** Active people under the name "", and the members of each group. */
  private Map<String, Set<String>> held() {
    Map<String, Set<String>> all = new TreeMap<>();
    Set<String> active = new TreeSet<>();
    lab.jira
        .users()
        .forEach(
            (name, user) -> {
              if (user.path("active").asBoolean()) {
                active.add(name);
              }
            });
    all.put("", active);
    lab.jira.groups().forEach(group -> all.put(group, new TreeSet<>(lab.jira.members(group))));
    return all;
  }

  /** A run that ends in one of these states, and writes nothing. */
  JsonNode sync(String... ends) {
    String digest = lab.host.users().tablesDigest();
    JsonNode run = lab.sync(connection);
    assertTrue(run.toString(), List.of(ends).contains(run.path("state").asText()));
    assertEquals("nothing is written unasked", digest, lab.host.users().tablesDigest());
    return run;
  }

  /** The end of a held run that is approved. */
  JsonNode approved(JsonNode held) {
    long id = held.path("id").asLong();
    lab.rest.post("/runs/" + id + "/approve", "{}").expect(202);
    return lab.await(id);
  }

  /** What a run lists for one operation: people, under the name of their group or "". */
  Map<String, Set<String>> listed(JsonNode run, String operation) {
    Map<String, Set<String>> found = new TreeMap<>();
    String path = "/runs/" + run.path("id").asLong() + "/changes?limit=1000&operation=" + operation;
    for (JsonNode change : lab.rest.get(path).expect(200).path("values")) {
      JsonNode group = change.path("object");
      found
          .computeIfAbsent(
              group.isTextual() ? JiraView.fold(group.asText()) : "", any -> new TreeSet<>())
          .add(JiraView.fold(change.path("subject").asText()));
    }
    return found;
  }

  /** What was there at the beginning and is there no more. */
  Map<String, Set<String>> lost() {
    Map<String, Set<String>> now = held();
    Map<String, Set<String>> lost = new TreeMap<>();
    before.forEach(
        (name, people) -> {
          Set<String> gone = new TreeSet<>(people);
          gone.removeAll(now.getOrDefault(name, Set.of()));
          if (!gone.isEmpty()) {
            lost.put(name, gone);
          }
        });
    return lost;
  }

  /** The names of the limits that a run does not keep. */
  static Set<String> breaches(JsonNode run) {
    Set<String> found = new TreeSet<>();
    run.path("breaches").forEach(one -> found.add(one.path("guardrail").asText()));
    return found;
  }

  /** The group with most members that an administrator of Okta keeps. */
  Group largestGroup() {
    return lab.okta.directory().groups().stream()
        .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
        .max(Comparator.comparingInt(group -> lab.okta.directory().members(group.id()).size()))
        .orElseThrow();
  }
}
