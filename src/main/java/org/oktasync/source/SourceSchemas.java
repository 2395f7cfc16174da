package org.oktasync.source;

import java.util.List;
import org.oktasync.control.StopSignal;

/**
 * Tells which attributes there are, custom ones included. Every call asks the source anew: whoever
 * wants to keep the answer keeps it. All calls throw {@link SourceException} when the source cannot
 * answer, and StoppedException when a stop was asked for.
 */
public interface SourceSchemas {
  /** All types of people with their attributes, the default type first, then by name. */
  List<UserType> userTypes(StopSignal stop);

  /** The attributes of groups. */
  List<SourceAttribute> groupAttributes(StopSignal stop);

  /**
   * The attributes that an application has of its users.
   *
   * @param app the application's id
   */
  List<SourceAttribute> appUserAttributes(String app, StopSignal stop);
}
