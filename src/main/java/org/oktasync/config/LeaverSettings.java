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
    String projectLead,
    String componentLead) {
  public static final String KEEP = "keep";
  public static final String DEACTIVATE = "deactivate";
  public static final String REMOVE_GROUPS = "remove-groups";
  public static final String DELETE = "delete";

  /** Leavers are deactivated, never deleted. */
  public static final LeaverSettings DEFAULTS =
      new LeaverSettings(DEACTIVATE, List.of(), DEACTIVATE, DEACTIVATE, 30, List.of(), "", "");

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
    projectLead = projectLead == null ? "" : projectLead.strip();
    componentLead = componentLead == null ? "" : componentLead.strip();
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
