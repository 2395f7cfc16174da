package org.oktasync.assets;

/**
 * How an Assets writes and reads where public descriptions differ.
 *
 * @param textIds numbers stand in answers as texts
 * @param definitions values come with the whole definition of their attribute, and without its
 *     number beside it
 * @param oldRoot only {@code /rest/insight/1.0} is there
 * @param oldSearch only {@code iql/objects} is there
 * @param keysOnly other objects are named by key in requests
 * @param noOrder a query that says how to order is not understood
 * @param bareObjects an object comes without its attributes unless these are asked for
 * @param pageCap the largest page
 */
record Shape(
    boolean textIds,
    boolean definitions,
    boolean oldRoot,
    boolean oldSearch,
    boolean keysOnly,
    boolean noOrder,
    boolean bareObjects,
    int pageCap) {
  /** As the description of the newest release has it. */
  static final Shape NEW = new Shape(false, false, false, false, false, false, false, 1000);

  /** Everything the other way round. */
  static final Shape OLD = new Shape(true, true, true, true, true, true, true, 25);
}
