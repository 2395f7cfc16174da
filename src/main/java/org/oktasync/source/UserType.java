package org.oktasync.source;

import java.util.List;

/**
 * A type of people, which decides what attributes they may have.
 *
 * @param id the type's id, which people carry as {@code type.id}
 * @param name its technical name
 * @param title the name that people see
 * @param standard whether it is the default one
 * @param attributes those of every person first, then the profile's own, then custom ones; each by
 *     title
 */
public record UserType(
    String id, String name, String title, boolean standard, List<SourceAttribute> attributes) {
  public UserType {
    attributes = List.copyOf(attributes);
  }
}
