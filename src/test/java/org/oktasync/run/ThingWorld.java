package org.oktasync.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;

/** A world that keeps objects of people, applications, roles, devices and rooms. */
final class ThingWorld {
  private static final String MAPPING =
      """
      key:id=Okta ID
      map:profile.displayName=Name
      map:roles=Roles|Name=${roles}
      map:roles.*.id=Role IDs
      map:apps.*.id=Apps|"Okta ID"=${apps.*.id}
      map:devices.*.id=Devices|"Okta ID"=${devices.*.id}
      config:section=roles,apps,devices
      Apps:
      key:id=Okta ID
      map:label=Name
      config:data_source=/api/v1/apps
      Devices:
      key:id=Okta ID
      map:profile.displayName=Name
      map:_embedded.users.*.user.id=Owners
      config:data_source=/api/v1/devices?limit=200&expand=userSummary
      Rooms:
      key:id=Okta ID
      map:name=Name
      config:data_source=/api/v1/rooms
      """;

  final SyncWorld world;
  final AssetsWorld assets;
  final AssetsHand hand;
  final String schema;

  ThingWorld() {
    this(SyncWorld.unguarded());
  }

  ThingWorld(SyncWorld world) {
    this.world = world;
    assets = world.assets.world();
    schema = assets.addSchema("OKT", "Okta");
    String users = type(schema, "Users");
    for (String things : List.of("Roles", "Apps", "Devices")) {
      String id = type(schema, things);
      assets.addAttribute(users, NewAttribute.of(things, AttributeType.REFERENCE).many().to(id));
      if (things.equals("Devices")) {
        assets.addAttribute(id, NewAttribute.of("Owners", AttributeType.TEXT).many());
      }
    }
    assets.addAttribute(users, NewAttribute.of("Role IDs", AttributeType.TEXT).many());
    type(schema, "Rooms");
    assets.addStatus(schema, "Not in Okta");
    hand = new AssetsHand(new InMemoryAssets(assets, schema));
    world.source.things().show();
    world.keepObjects(schema, MAPPING);
    world.change("{\"guardrails\":{\"maxRetirements\":{\"count\":1000,\"percent\":100}}}");
  }

  private String type(String schema, String name) {
    String id = assets.addType(schema, name).id();
    assets.addAttribute(id, NewAttribute.of("Okta ID", AttributeType.TEXT));
    assets.addAttribute(id, NewAttribute.of("Status", AttributeType.STATUS));
    return id;
  }

  /** What somebody's object refers to. */
  String of(String person) {
    String line =
        hand.lines("Users").stream()
            .filter(
                one -> one.contains("Okta ID=" + person + ",") || one.contains("=" + person + "}"))
            .findFirst()
            .orElseThrow();
    Map<String, String> parts = new TreeMap<>();
    for (String part : line.substring(1, line.indexOf('}')).split(", ")) {
      String[] both = part.split("=", 2);
      parts.put(both[0], String.join(";", new TreeSet<>(List.of(both[1].split(";")))));
    }
    return "apps="
        + parts.getOrDefault("Apps", "")
        + " devices="
        + parts.getOrDefault("Devices", "")
        + " roles="
        + parts.getOrDefault("Roles", "");
  }
}
