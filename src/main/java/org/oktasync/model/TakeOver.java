package org.oktasync.model;

import java.time.Instant;

/**
 * An administrator's word that a person of the source is who has an account of the same name in
 * another directory, and gets one in the connection's directory beside it.
 *
 * @param name the name of both accounts
 * @param directoryId the other directory
 * @param userKey the key that Jira had for the name; empty when it did not say
 * @param by user name of who gave the word
 * @param at when they did
 */
public record TakeOver(
    long connectionId,
    ExternalId sourceId,
    AccountName name,
    long directoryId,
    String userKey,
    String by,
    Instant at) {}
