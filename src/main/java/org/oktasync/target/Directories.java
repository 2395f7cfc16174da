package org.oktasync.target;

import java.util.List;
import java.util.Optional;

/** The user directories of Jira. */
public interface Directories {
  /** All directories, in Jira's order. */
  List<TargetDirectory> all();

  /** The directory with this id. */
  Optional<TargetDirectory> find(long id);

  /**
   * Makes an internal, active directory that allows everything, and puts it last in the order, so
   * that it shadows nobody.
   *
   * @throws TargetException {@code CONFLICT} when the name is taken
   */
  TargetDirectory create(String name);

  /**
   * Switches a directory on or off; whoever is in one that is off cannot sign in by it.
   *
   * @throws TargetException {@code NOT_FOUND} when there is none, {@code DENIED} when Jira refuses
   */
  void setActive(long id, boolean active);

  /**
   * Removes a directory with everybody in it.
   *
   * @throws TargetException {@code NOT_FOUND} when there is none, {@code DENIED} when Jira refuses
   */
  void remove(long id);

  /** What becomes of memberships of accounts of one name, as of now. Never fails. */
  MembershipAggregation aggregation();

  /** Opens a directory for reading and writing; whether it can be a target was asked before. */
  DirectoryTarget open(long id);
}
