/**
 * Reads people, groups and memberships from Okta.
 *
 * <p>From the bottom up: {@link org.oktasync.okta.OktaTransport} sends one request over the Okta
 * SDK's client; {@link org.oktasync.okta.OktaCalls} keeps the rate limit and repeats what passing
 * faults broke; {@link org.oktasync.okta.ListWalk} follows the pages of one list and judges whether
 * it came whole; {@link org.oktasync.okta.OktaReading} reads everything into a spool.
 */
package org.oktasync.okta;
