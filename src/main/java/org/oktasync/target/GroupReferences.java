package org.oktasync.target;

import java.util.List;
import java.util.Set;
import org.oktasync.model.GroupName;

/**
 * What names a group, so that a group of another name does not take its place there. Nobody can say
 * that this is all: filters, dashboards, workflows and other add-ons are not looked at.
 */
public interface GroupReferences {
  /** Where a group may be named. */
  enum Place {
    /** A permission for the whole of Jira; the name is the permission's key. */
    GLOBAL_PERMISSION("global-permission"),
    /** An application that the group opens; the name is the application's. */
    APPLICATION("application"),
    /** A scheme; the name is its own, the detail the key of the permission. */
    PERMISSION_SCHEME("permission-scheme"),
    /** A project; the name is its key, the detail the name of the role. */
    PROJECT_ROLE("project-role"),
    /** A connection of this product; the name is its own, the detail the name of the setting. */
    CONNECTION("connection");

    private final String label;

    Place(String label) {
      this.label = label;
    }

    /** The name in the REST interface. */
    public String label() {
      return label;
    }
  }

  /**
   * One place that names a group.
   *
   * @param name which one, see {@link Place}
   * @param detail what of it; empty where the name says all
   */
  record Reference(Place place, String name, String detail) {}

  /**
   * What was found.
   *
   * @param references by place
   * @param unknown the places of which this Jira could not tell
   */
  record Found(List<Reference> references, Set<Place> unknown) {
    public Found {
      references = List.copyOf(references);
      unknown = Set.copyOf(unknown);
    }
  }

  /** What names a group. Never fails: what Jira cannot tell is unknown. */
  Found to(GroupName group);
}
