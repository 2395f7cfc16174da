package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.oktasync.model.Message;

/** Why a directory cannot be a target. */
final class DirectoryObstacles {
  private static final Set<OperationType> NEEDED =
      EnumSet.of(
          OperationType.CREATE_USER,
          OperationType.UPDATE_USER,
          OperationType.DELETE_USER,
          OperationType.CREATE_GROUP,
          OperationType.UPDATE_GROUP,
          OperationType.DELETE_GROUP);

  private DirectoryObstacles() {}

  /** The first obstacle; null when the directory can be a target. */
  static Message of(Directory directory) {
    if (directory.getType() != DirectoryType.INTERNAL) {
      return Message.of("directory-type-unsupported", directory.getName(), type(directory));
    }
    if (!directory.isActive()) {
      return Message.of("directory-inactive", directory.getName());
    }
    List<String> missing =
        NEEDED.stream()
            .filter(needed -> !directory.getAllowedOperations().contains(needed))
            .map(OperationType::name)
            .toList();
    return missing.isEmpty()
        ? null
        : Message.of(
            "directory-operations-missing", directory.getName(), String.join(", ", missing));
  }

  /** Jira's word for the type; later versions may know more of them than this product. */
  static String type(Directory directory) {
    return directory.getType() == null ? "UNKNOWN" : directory.getType().name();
  }
}
