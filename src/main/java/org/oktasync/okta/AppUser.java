package org.oktasync.okta;

/**
 * Somebody in the list of an application's users.
 *
 * @param mayUse whether they may use the application, or will once it is provisioned
 */
record AppUser(String id, boolean mayUse) {}
