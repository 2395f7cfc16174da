package org.oktasync.devkit.oktaorg;

import java.util.List;

/** The organisation's user types: the default one, and one for external staff. */
final class UserTypes {
  /**
   * One user type.
   *
   * @param id Okta's id
   * @param schemaId id of the profile schema
   * @param name technical name
   * @param title shown name
   * @param standard true for the default type
   */
  record Type(String id, String schemaId, String name, String title, boolean standard) {}

  private final List<Type> all;

  UserTypes(Ids ids) {
    all =
        List.of(
            new Type(ids.next("oty"), ids.next("osc"), "user", "User", true),
            new Type(ids.next("oty"), ids.next("osc"), "external", "External staff", false));
  }

  List<Type> all() {
    return all;
  }

  Type standard() {
    return all.get(0);
  }

  Type external() {
    return all.get(1);
  }

  /**
   * Checks a type id; null stands for the default type.
   *
   * @throws OktaError if no type has the id
   */
  void require(String id) {
    if (id != null && all.stream().noneMatch(type -> type.id().equals(id))) {
      throw OktaError.invalid("type", "Unknown user type " + id);
    }
  }
}
