package org.oktasync.devkit.oktaorg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts and digests of what a complete reader must see: SHA-256 over sorted lines; users of the
 * plain list and groups by id, memberships as "group user", users of applications as "app user",
 * log events by uuid.
 */
final class Digest {
  private final Directory directory;
  private final Applications applications;
  private final Devices devices;
  private final SystemLog log;

  Digest(Directory directory, Applications applications, Devices devices, SystemLog log) {
    this.directory = directory;
    this.applications = applications;
    this.devices = devices;
    this.log = log;
  }

  void register(Router router) {
    router.on("GET", "/control/digest", (call, args) -> Answer.of(digest()));
  }

  private Map<String, Object> digest() {
    List<Group> groups = directory.groups();
    Map<String, Object> digest = new LinkedHashMap<>();
    put(digest, "users", directory.users().stream().filter(UsersApi::listed).map(User::id));
    put(digest, "groups", groups.stream().map(Group::id));
    put(digest, "memberships", groups.stream().flatMap(this::memberships));
    put(digest, "apps", applications.all().stream().filter(App::active).map(App::id));
    put(
        digest,
        "appUsers",
        applications.all().stream().filter(App::active).flatMap(this::appUsers));
    put(digest, "devices", devices.all().stream().map(Device::id));
    put(digest, "events", events());
    return digest;
  }

  private Stream<String> memberships(Group group) {
    return directory.members(group.id()).stream().map(user -> group.id() + " " + user.id());
  }

  private Stream<String> appUsers(App app) {
    return applications.users(app.id()).stream().map(user -> app.id() + " " + user.id());
  }

  private Stream<String> events() {
    return log
        .poll(SystemLog.before(Instant.EPOCH), Integer.MAX_VALUE, event -> true)
        .events()
        .stream()
        .map(event -> event.uuid().toString())
        .distinct();
  }

  private static void put(Map<String, Object> digest, String name, Stream<String> lines) {
    List<String> sorted = lines.sorted().toList();
    byte[] text = String.join("\n", sorted).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text);
      digest.put(name, Map.of("count", sorted.size(), "sha256", HexFormat.of().formatHex(sum)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256; this one has not", e);
    }
  }
}
