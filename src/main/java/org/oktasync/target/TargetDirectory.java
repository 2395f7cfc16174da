package org.oktasync.target;

import org.oktasync.model.Message;

/**
 * A user directory of Jira, as an administrator chooses it.
 *
 * @param id the directory's id
 * @param name its name
 * @param type Jira's word for its type, for example {@code INTERNAL}
 * @param active whether it is switched on
 * @param position its place in the order, 0 being first
 * @param obstacle why it cannot be a target; null when it can
 */
public record TargetDirectory(
    long id, String name, String type, boolean active, int position, Message obstacle) {}
