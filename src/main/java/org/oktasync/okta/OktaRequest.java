package org.oktasync.okta;

import java.net.URI;

/**
 * A GET request.
 *
 * @param uri the whole address
 * @param slim whether Okta is asked to leave out the parts of people that are slow to compute
 * @param retries how often it may be repeated after a passing fault
 * @param shrinkable whether the caller asks for smaller pages when the server finds this one too
 *     large, so that repeating it as it is makes no sense
 */
record OktaRequest(URI uri, boolean slim, int retries, boolean shrinkable) {
  /** Repeats of a page of a reading. */
  static final int RETRIES = 3;

  /** A request that is repeated as often as any page. */
  static OktaRequest of(URI uri) {
    return new OktaRequest(uri, false, RETRIES, false);
  }

  /** The same, asking for people without their slow parts. */
  OktaRequest withSlim() {
    return new OktaRequest(uri, true, retries, shrinkable);
  }

  /** The same, repeated so often. */
  OktaRequest withRetries(int times) {
    return new OktaRequest(uri, slim, times, shrinkable);
  }

  /** The same, not repeated when the server finds the page too large. */
  OktaRequest withShrinkable() {
    return new OktaRequest(uri, slim, retries, true);
  }

  /** The request for another page of the same list. */
  OktaRequest at(URI next) {
    return new OktaRequest(next, slim, retries, shrinkable);
  }
}
