/**
 * A simulated Okta organisation that speaks the part of Okta's Management API which a directory
 * synchronisation reads and writes. It is strict: where Okta refuses, it refuses, and it shows no
 * kindness that Okta does not have.
 */
package org.oktasync.devkit.oktaorg;
