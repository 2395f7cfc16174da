package org.oktasync.okta;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A whole page of a list.
 *
 * @param items what it holds, in the server's order
 * @param unidentified how many objects had no id and are not among the items
 * @param next the address of the next page; empty on the last
 * @param date the server's time of the answer
 */
record Page<T>(List<T> items, int unidentified, Optional<URI> next, Optional<Instant> date) {}
