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
   * @param schema the attributes that people of this type may have
   */
  record Type(
      String id,
      String schemaId,
      String name,
      String title,
      boolean standard,
      ProfileSchema schema) {}

  private final List<Type> all;

  UserTypes(Ids ids) {
    all =
        List.of(
            type(ids, "user", "User", true, "staff-schema.json"),
            type(ids, "external", "External staff", false, "external-schema.json"));
  }

  private static Type type(
      Ids ids, String name, String title, boolean standard, String attributes) {
    ProfileSchema schema = new ProfileSchema("user-schema.json", attributes);
    return new Type(ids.next("oty"), ids.next("osc"), name, title, standard, schema);
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
   * The type with this id; null stands for the default type.
   *
   * @throws OktaError if no type has the id
   */
  Type require(String id) {
    if (id == null) {
      return standard();
    }
    return all.stream()
        .filter(type -> type.id().equals(id))
        .findFirst()
        .orElseThrow(() -> OktaError.invalid("type", "Unknown user type " + id));
  }
}
