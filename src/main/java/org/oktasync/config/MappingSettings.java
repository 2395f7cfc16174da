package org.oktasync.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the attributes of accounts in Jira come from. What is not listed is not kept in step.
 *
 * @param attributes one entry for each attribute
 */
public record MappingSettings(List<AttributeSettings> attributes) {
  /**
   * Okta's own attributes; first and last name where there is no display name, and the login where
   * there are none either.
   */
  public static final MappingSettings DEFAULTS =
      new MappingSettings(
          List.of(
              AttributeSettings.of(AttributeSettings.USERNAME, "profile.login"),
              AttributeSettings.of(AttributeSettings.EMAIL, "profile.email"),
              AttributeSettings.of(
                  AttributeSettings.DISPLAY_NAME,
                  "profile.displayName",
                  StepSettings.firstOf(List.of("${profile.firstName} ${profile.lastName}")))));

  public MappingSettings {
    attributes = List.copyOf(attributes);
  }

  /**
   * Reads settings. Besides the list, the sources of the three usual attributes may be given by
   * themselves, as earlier versions stored them; everything else of these attributes stays.
   *
   * @param username null when not given
   * @param email null when not given
   * @param displayName null when not given
   */
  @JsonCreator
  static MappingSettings read(
      @JsonProperty("attributes") List<AttributeSettings> attributes,
      @JsonProperty("username") String username,
      @JsonProperty("email") String email,
      @JsonProperty("displayName") String displayName) {
    List<AttributeSettings> read =
        new ArrayList<>(attributes == null ? DEFAULTS.attributes() : attributes);
    setSource(read, AttributeSettings.USERNAME, username);
    setSource(read, AttributeSettings.EMAIL, email);
    setSource(read, AttributeSettings.DISPLAY_NAME, displayName);
    return new MappingSettings(read);
  }

  private static void setSource(List<AttributeSettings> all, String target, String source) {
    if (source == null) {
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).target().equals(target)) {
        all.set(i, all.get(i).from(source));
        return;
      }
    }
    all.add(AttributeSettings.of(target, source));
  }
}
