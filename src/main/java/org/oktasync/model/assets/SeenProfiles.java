package org.oktasync.model.assets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The attributes of profiles that a connection has seen at its source, so that those which come
 * later are told from those which somebody left out.
 *
 * @param people titles by path, in the order of the source
 * @param groups the same of groups
 * @param begun attributes of Assets that a run set out to make and did not finish with, each as
 *     {@code type/name}
 */
public record SeenProfiles(
    Map<String, String> people, Map<String, String> groups, Set<String> begun) {
  public SeenProfiles {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    begun = Collections.unmodifiableSet(new TreeSet<>(begun));
  }

  /** The same, while these attributes are being made. */
  public SeenProfiles begin(Set<String> attributes) {
    return new SeenProfiles(people, groups, attributes);
  }
}
