package org.oktasync.run.assets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceElement;
import org.oktasync.source.ThingKind;

/** The lists of things of whose changes the source may tell, and how some of them are asked for. */
public final class ListedThings {
  private static final String GROUPS = "/api/v1/groups";
  private static final String APPS = "/api/v1/apps";
  private static final String DEVICES = "/api/v1/devices";
  private static final Map<String, ThingKind> KINDS =
      Map.of(
          APPS,
          ThingKind.APPS,
          DEVICES,
          ThingKind.DEVICES,
          "/api/v1/iam/roles",
          ThingKind.ROLES,
          "/api/v1/iam/assignees/users",
          ThingKind.ROLES);

  /** The parameter that takes a condition about ids. */
  private static final Map<String, String> CONDITIONS =
      Map.of(APPS, "filter", DEVICES, "search", GROUPS, "filter");

  private static final Pattern NARROWED = Pattern.compile("[?&](filter|search|q|after)=");

  /** Ids in one address, which stays well below what an address may hold. */
  private static final int TOGETHER = 20;

  private ListedThings() {}

  /** Whether a list is that of the groups that memberships are about. */
  public static boolean areGroups(ObjectMapping mapping) {
    return path(mapping).equals(GROUPS);
  }

  /** What a list holds; empty for a list of whose changes nothing tells. */
  public static Optional<ThingKind> kindOf(ObjectMapping mapping) {
    return Optional.ofNullable(KINDS.get(path(mapping)));
  }

  private static String path(ObjectMapping mapping) {
    return mapping.dataSource().split("\\?", 2)[0];
  }

  /**
   * Where some objects of a list are read, so that they look as they do in it. Empty when it can be
   * asked for as a whole only, or when which objects are in it depends on more than the source.
   */
  static Optional<List<String>> addressesOf(ObjectMapping mapping, Collection<String> ids) {
    String parameter = CONDITIONS.get(path(mapping));
    String list = mapping.listAddress();
    if (parameter == null || mapping.dataLimit() > 0 || NARROWED.matcher(list).find()) {
      return Optional.empty();
    }
    List<String> sorted = new ArrayList<>(new TreeSet<>(ids));
    List<String> addresses = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += TOGETHER) {
      String condition =
          sorted.subList(from, Math.min(sorted.size(), from + TOGETHER)).stream()
              .map(id -> "id eq \"" + id + "\"")
              .collect(Collectors.joining(" or "));
      addresses.add(list + (list.contains("?") ? "&" : "?") + parameter + "=" + escaped(condition));
    }
    return Optional.of(addresses);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Whether the list would show an object that was asked for by id: the list of applications leaves
   * out those that are switched off.
   */
  static boolean shows(ObjectMapping mapping, SourceElement element) {
    SourceValue status = element.value().values().get("status");
    return !path(mapping).equals(APPS)
        || status == null
        || status.text().equals("ACTIVE")
        || mapping.dataSource().contains("includeNonDeleted=true");
  }
}
