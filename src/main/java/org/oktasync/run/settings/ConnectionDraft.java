package org.oktasync.run.settings;

import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.Secret;

/**
 * A connection as an administrator wants to save it.
 *
 * @param settings the settings; the address as it was typed
 * @param secret a new secret; null keeps the one that is set
 * @param assetsToken a new token for Assets; null keeps the one that is set
 * @param createDirectory the name of a directory to be made as target; null to use the one in the
 *     settings
 */
public record ConnectionDraft(
    ConnectionSettings settings, Secret secret, Secret assetsToken, String createDirectory) {}
