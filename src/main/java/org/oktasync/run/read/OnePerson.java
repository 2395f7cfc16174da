package org.oktasync.run.read;

import org.oktasync.model.ExternalId;

/**
 * The person whom a run is about, and nobody else.
 *
 * @param id the person in the source
 * @param additionsOnly whether the run does nothing but bring somebody who is active and in scope
 *     up to date: no account is switched off and nobody is taken out of a group
 */
public record OnePerson(ExternalId id, boolean additionsOnly) {}
