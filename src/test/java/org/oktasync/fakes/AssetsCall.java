package org.oktasync.fakes;

/** The calls of Assets for which a fault can be ordered. */
public enum AssetsCall {
  READ_SCHEMA,
  READ_PAGE,
  FIND,
  LOOK,
  CREATE(true),
  UPDATE(true),
  ARCHIVE(true),
  RESTORE(true),
  DELETE(true),
  BUILD(true);

  private final boolean write;

  AssetsCall() {
    this(false);
  }

  AssetsCall(boolean write) {
    this.write = write;
  }

  /** Whether it changes something. */
  public boolean isWrite() {
    return write;
  }
}
