package org.oktasync.config;

/**
 * How Okta's objects get into Assets. The token that Assets is spoken to with is kept apart,
 * sealed.
 *
 * @param enabled whether runs write objects
 * @param site {@code current} for the Assets of this very Jira, or {@code external}
 * @param url the address of the Jira that Assets belongs to, with its context path; for this Jira
 *     an internal address, or empty to use its base URL
 * @param schemaId the id of the object schema; empty while none is chosen
 * @param types the object types that the product makes, and which of them are kept
 * @param mapping the mapping text
 * @param missing what is done about objects whose source object is gone
 * @param writesPerMinute how many objects are written in a minute at most, because Assets keeps its
 *     index in memory
 * @param followProfiles whether full runs make attributes for what is new in Okta's profiles, and
 *     rename those whose titles change there
 */
public record AssetsSettings(
    boolean enabled,
    String site,
    String url,
    String schemaId,
    AssetsTypes types,
    String mapping,
    MissingSettings missing,
    int writesPerMinute,
    boolean followProfiles) {
  public static final String CURRENT = "current";
  public static final String EXTERNAL = "external";

  private static final int GENTLE = 600;

  /** Switched off, this Jira, every type. */
  public static final AssetsSettings DEFAULTS =
      new AssetsSettings(
          false, CURRENT, "", "", AssetsTypes.DEFAULTS, "", MissingSettings.DEFAULTS, GENTLE, true);

  /** The object type of mapping lines that stand under no name. */
  public String usersType() {
    return types.users().name();
  }

  /** Whether Assets belongs to another Jira. */
  public boolean isExternal() {
    return EXTERNAL.equals(site);
  }

  /**
   * What decides about the changes that a run plans; nothing does while it is switched off. What
   * profiles bring by themselves is none of it: it ends no review.
   */
  AssetsSettings rules() {
    AssetsTypes alike = types.each(type -> type.settled(false));
    return enabled
        ? new AssetsSettings(true, site, url, schemaId, alike, mapping, missing, GENTLE, true)
        : DEFAULTS;
  }

  /** The same settings while no run writes objects. */
  public AssetsSettings off() {
    return new AssetsSettings(
        false, site, url, schemaId, types, mapping, missing, writesPerMinute, followProfiles);
  }

  /** The same settings with a normalised address. */
  public AssetsSettings at(String address) {
    return new AssetsSettings(
        enabled, site, address, schemaId, types, mapping, missing, writesPerMinute, followProfiles);
  }

  /** The same settings with another schema. */
  public AssetsSettings into(String schema) {
    return new AssetsSettings(
        enabled, site, url, schema, types, mapping, missing, writesPerMinute, followProfiles);
  }

  /** The same settings with other types. */
  public AssetsSettings with(AssetsTypes other) {
    return new AssetsSettings(
        enabled, site, url, schemaId, other, mapping, missing, writesPerMinute, followProfiles);
  }

  /** The same settings with another mapping text. */
  public AssetsSettings mapped(String text) {
    return new AssetsSettings(
        enabled, site, url, schemaId, types, text, missing, writesPerMinute, followProfiles);
  }
}
