package org.oktasync.run.adoption;

import org.oktasync.model.Message;

/**
 * A group of another directory that accounts are in that may be taken over.
 *
 * @param name its name
 * @param people how many of those who may take over an account would bring it along
 * @param chosen whether the settings name it as one that goes along
 * @param obstacle why it cannot go along; null when it can
 */
public record NamesakeGroup(String name, long people, boolean chosen, Message obstacle) {}
