package org.oktasync.okta;

import org.oktasync.model.SourceUser;

/**
 * Somebody in the list of an application's users, as a person of the organisation.
 *
 * @param user the person, with what the application knows of them below {@code appUser}
 * @param mayUse whether they may use the application, or will once it is provisioned
 * @param whole whether the answer held the person and not just the id
 */
record AppPerson(SourceUser user, boolean mayUse, boolean whole) {}
