package org.oktasync.okta;

import org.oktasync.model.SourceGroup;

/**
 * A group that changed.
 *
 * @param membersChangedAt when its members last changed, as Okta writes it; empty when it does not
 *     say
 */
record ChangedGroup(SourceGroup group, String membersChangedAt) {}
