package org.oktasync.okta;

/** Is told how far the reading of member lists is. Safe for use by many threads. */
interface ListProgress {
  /** So many member lists are to be read. */
  void memberLists(long count);

  /** One member list is done. */
  void memberListDone();
}
