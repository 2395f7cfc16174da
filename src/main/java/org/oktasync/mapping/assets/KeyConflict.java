package org.oktasync.mapping.assets;

import org.oktasync.model.Message;

/**
 * Two keys for one thing: a run would make two objects of it.
 *
 * @param place the line at which it shows
 * @param what cause and remedy, for a person
 * @param fix the whole mapping text as it would be put right, both keys mapped; empty when that
 *     takes more than the text says
 */
public record KeyConflict(Place place, Message what, String fix) {
  /** Whether the changed text can be offered. */
  public boolean fixable() {
    return !fix.isEmpty();
  }
}
