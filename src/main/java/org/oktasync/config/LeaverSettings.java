package org.oktasync.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done about people who are no longer there; three events with a policy each.
 *
 * <p>A policy is {@code keep}, {@code remove-groups} for leaving the connection's groups and
 * staying active, {@code deactivate}, or {@code delete} for deactivation now and deletion later.
 *
 * @param inactive Okta still has the person, but inactive
 * @param byStatus the same for single Okta statuses, where it differs
 * @param outOfScope Okta has the person active, but outside the scope
 * @param notFound Okta no longer has the person
 * @param deleteAfterDays for how many days the product must have had an account deactivated before
 *     it deletes it
 * @param keepGroups names and patterns with {@code *} of groups that nobody leaves by {@code
 *     remove-groups}
 * @param grace how many days accounts wait before they are deactivated
 * @param tell whether people are told by mail when they begin to wait to be deactivated or deleted
 * @param contact whom they may ask, for that mail; empty for Jira's administrators
 * @param projectLead user name of who takes the place of a project lead who is deactivated; empty
 *     to leave projects as they are
 * @param componentLead the same for components
 */
public record LeaverSettings(
    String inactive,
    List<StatusPolicy> byStatus,
    String outOfScope,
    String notFound,
    int deleteAfterDays,
    List<String> keepGroups,
    GraceSettings grace,
    boolean tell,
    String contact,
    String projectLead,
    String componentLead) {
  public static final String KEEP = "keep";
  public static final String DEACTIVATE = "deactivate";
  public static final String REMOVE_GROUPS = "remove-groups";
  public static final String DELETE = "delete";

  /** Leavers are deactivated, never deleted. */
  public static final LeaverSettings DEFAULTS =
      new LeaverSettings(
          DEACTIVATE,
          List.of(),
          DEACTIVATE,
          DEACTIVATE,
          30,
          List.of(),
          GraceSettings.NONE,
          false,
          "",
          "",
          "");

  /** What is done about people whom Okta has in one inactive status. */
  public record StatusPolicy(String status, String policy) {
    public StatusPolicy {
      status = status == null ? "" : status;
      policy = policy == null ? "" : policy;
    }
  }

  public LeaverSettings {
    byStatus = List.copyOf(byStatus);
    keepGroups = List.copyOf(keepGroups);
    grace = grace == null ? GraceSettings.NONE : grace;
    contact = contact == null ? "" : contact.strip();
    projectLead = projectLead == null ? "" : projectLead.strip();
    componentLead = componentLead == null ? "" : componentLead.strip();
  }

  /** What of this decides about the changes that a run plans, and whether people are told. */
  LeaverSettings rules() {
    return new LeaverSettings(
        inactive,
        byStatus,
        outOfScope,
        notFound,
        deleteAfterDays,
        keepGroups,
        grace,
        tell,
        "",
        projectLead,
        componentLead);
  }

  /** The fields that would have accounts deleted. */
  public List<String> deleting() {
    List<String> fields = new ArrayList<>();
    add(fields, "inactive", inactive);
    for (int i = 0; i < byStatus.size(); i++) {
      add(fields, "byStatus." + i + ".policy", byStatus.get(i).policy());
    }
    add(fields, "outOfScope", outOfScope);
    add(fields, "notFound", notFound);
    return fields;
  }

  private static void add(List<String> fields, String field, String policy) {
    if (policy.equals(DELETE)) {
      fields.add("leavers." + field);
    }
  }
}
