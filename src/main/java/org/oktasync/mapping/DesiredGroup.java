package org.oktasync.mapping;

import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * What Jira should hold for one group.
 *
 * @param id the group in the source
 * @param label the group's name in the source, or its id when it has none
 * @param name the group name; null when {@code problem} is not
 * @param problem why there can be no group; null when {@code name} is not
 */
public record DesiredGroup(ExternalId id, String label, GroupName name, MappingProblem problem) {}
