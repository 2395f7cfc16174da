package org.oktasync.model.assets;

import java.util.List;

/**
 * A role of a schema and who has it.
 *
 * @param id Assets' id of the role
 * @param name for example {@code Object Schema Users}
 * @param users user keys
 * @param groups group names
 */
public record SchemaRole(String id, String name, List<String> users, List<String> groups) {
  public SchemaRole {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }

  /** The same role with other people. */
  public SchemaRole with(List<String> otherUsers, List<String> otherGroups) {
    return new SchemaRole(id, name, otherUsers, otherGroups);
  }
}
