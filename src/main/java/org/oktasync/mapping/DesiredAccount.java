package org.oktasync.mapping;

import org.oktasync.model.Account;
import org.oktasync.model.ExternalId;

/**
 * What Jira should hold for one person.
 *
 * @param id the person in the source
 * @param label how to call the person where there is no account name: login, e-mail or id
 * @param active whether the source counts the person as active
 * @param status the source's own status
 * @param account the account; null when {@code problem} is not
 * @param problem why there can be no account; null when {@code account} is not
 */
public record DesiredAccount(
    ExternalId id,
    String label,
    boolean active,
    String status,
    Account account,
    MappingProblem problem) {}
