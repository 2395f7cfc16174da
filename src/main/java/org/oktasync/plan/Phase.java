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
  /** Assets objects. */
  ASSETS
}
