package org.oktasync.fakes;

/** The calls of a directory for which a fault can be ordered. */
public enum DirectoryCall {
  LIST_ACCOUNTS,
  FIND_ACCOUNT,
  LIST_GROUPS,
  LIST_MEMBERS,
  ASK_NAME,
  ASK_KEY,
  CREATE_ACCOUNT(true),
  RENAME_ACCOUNT(true),
  UPDATE_ACCOUNT(true),
  SET_ACTIVE(true),
  DELETE_ACCOUNT(true),
  CREATE_GROUP(true),
  ADD_MEMBER(true),
  REMOVE_MEMBER(true),
  DELETE_GROUP(true);

  private final boolean write;

  DirectoryCall() {
    this(false);
  }

  DirectoryCall(boolean write) {
    this.write = write;
  }

  /** Whether it changes a row of the directory. */
  public boolean isWrite() {
    return write;
  }
}
