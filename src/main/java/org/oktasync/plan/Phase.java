package org.oktasync.plan;

/** The parts of a plan, in the order in which they are applied; what takes away comes last. */
public enum Phase {
  /** Accounts and groups are adopted, renamed, created, updated, reactivated. */
  PREPARE,
  /** Leads are replaced. */
  LEADS,
  /** Members are added. */
  ADD_MEMBERS,
  /** Members are removed. */
  REMOVE_MEMBERS,
  /** Accounts are deactivated. */
  DEACTIVATE,
  /** Accounts and groups are deleted. */
  DELETE,
  /** Objects of Assets are created, updated, restored; what is left alone of them is told. */
  OBJECTS,
  /** Objects of Assets are made to refer to objects that did not exist before. */
  OBJECT_REFERENCES,
  /** Objects of Assets are given the status of missing ones, or archived. */
  RETIRE_OBJECTS,
  /** Objects of Assets are deleted. */
  DELETE_OBJECTS;

  /** Whether it is about objects of Assets. */
  public boolean ofObjects() {
    return compareTo(OBJECTS) >= 0;
  }
}
