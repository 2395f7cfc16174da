package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The calls for devices and their owners; refused by an organisation that lacks the feature. */
final class DevicesApi {
  private static final int PAGE_MAX = 200;
  private static final Search<Device> SEARCH =
      new Search<>(
          Map.of(
              "id", new Search.Attribute<>(Search.Type.TEXT, Device::id),
              "status", new Search.Attribute<>(Search.Type.TEXT, DevicesApi::status),
              "lastUpdated", new Search.Attribute<>(Search.Type.TIME, Device::lastUpdated)),
          Map.ofEntries(
              Map.entry("displayName", Search.Type.TEXT),
              Map.entry("platform", Search.Type.TEXT),
              Map.entry("manufacturer", Search.Type.TEXT),
              Map.entry("model", Search.Type.TEXT),
              Map.entry("osVersion", Search.Type.TEXT),
              Map.entry("serialNumber", Search.Type.TEXT),
              Map.entry("imei", Search.Type.TEXT),
              Map.entry("meid", Search.Type.TEXT),
              Map.entry("udid", Search.Type.TEXT),
              Map.entry("sid", Search.Type.TEXT),
              Map.entry("registered", Search.Type.FLAG),
              Map.entry("managed", Search.Type.FLAG)),
          (device, name) -> device.profile().get(name),
          Set.of(
              "profile.displayName",
              "profile.serialNumber",
              "profile.imei",
              "profile.meid",
              "profile.udid",
              "profile.sid"));

  private final Directory directory;
  private final Devices devices;
  private final Pages pages;
  private final boolean offered;

  /**
   * @param offered whether the organisation has the feature at all
   */
  DevicesApi(Directory directory, Devices devices, Pages pages, boolean offered) {
    this.directory = directory;
    this.devices = devices;
    this.pages = pages;
    this.offered = offered;
  }

  void register(Router router) {
    String one = "/api/v1/devices/{id}";
    on(router, "GET", "/api/v1/devices", (call, args) -> list(call));
    on(router, "GET", one, (call, args) -> one(call, args.get(0)));
    on(router, "DELETE", one, (call, args) -> delete(args.get(0)));
    on(router, "GET", one + "/users", (call, args) -> owners(call, args.get(0)));
    on(router, "GET", "/api/v1/users/{id}/devices", (call, args) -> ofUser(call, args.get(0)));
    for (boolean active : List.of(true, false)) {
      String path = one + "/lifecycle/" + (active ? "activate" : "deactivate");
      on(router, "POST", path, (call, args) -> switched(args.get(0), active));
    }
  }

  private void on(
      Router router, String method, String path, BiFunction<Call, List<String>, Answer> handler) {
    router.on(
        method,
        path,
        (call, args) -> {
          if (!offered) {
            throw OktaError.featureMissing();
          }
          return handler.apply(call, args);
        });
  }

  private Answer list(Call call) {
    String expand = call.parameter("expand");
    if (expand != null && !Set.of("user", "userSummary").contains(expand)) {
      throw OktaError.invalid("expand", "must be user or userSummary");
    }
    String asked = call.parameter("limit");
    if (asked != null && asked.matches("\\d{1,9}") && Integer.parseInt(asked) > PAGE_MAX) {
      throw OktaError.invalid("limit", "must be from 1 to " + PAGE_MAX);
    }
    String search = call.parameter("search");
    Predicate<Device> wanted = search == null ? device -> true : SEARCH.parse(search);
    return pages.page(
        call,
        pages.limit(call, PAGE_MAX, PAGE_MAX),
        (after, limit) -> devices.list(after, limit, wanted),
        Device::number,
        device -> shown(call, device, expand));
  }

  private Map<String, Object> shown(Call call, Device device, String expand) {
    Map<String, Object> shown = device(call, device);
    if (expand != null) {
      List<Map<String, Object>> owners =
          device.owners().stream()
              .map(owner -> owner(call, owner, expand.equals("userSummary")))
              .toList();
      shown.put("_embedded", Map.of("users", owners));
    }
    return shown;
  }

  private static Map<String, Object> device(Call call, Device device) {
    String self = "/api/v1/devices/" + device.id();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", device.id());
    shown.put("status", status(device));
    shown.put("created", OktaJson.time(device.created()));
    shown.put("lastUpdated", OktaJson.time(device.lastUpdated()));
    shown.put("profile", device.profile());
    shown.put("resourceType", "UDDevice");
    shown.put(
        "resourceDisplayName",
        Map.of("value", device.profile().get("displayName"), "sensitive", false));
    shown.put("resourceId", device.id());
    shown.put(
        "_links",
        Map.of(
            "self", OktaJson.href(call.base(), self),
            "users", OktaJson.href(call.base(), self + "/users")));
    return shown;
  }

  private static String status(Device device) {
    return device.active() ? "ACTIVE" : "DEACTIVATED";
  }

  /** Somebody's device from the device's side; a summary has little of the person. */
  private Map<String, Object> owner(Call call, Device.Owner owner, boolean summary) {
    User user = directory.user(owner.user());
    OktaJson.Projection wanted =
        summary
            ? new OktaJson.Projection(
                Set.of("id", "profile", "_links"),
                Set.of("firstName", "lastName", "login", "email"),
                false)
            : new OktaJson.Projection(null, null, true);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("created", OktaJson.time(owner.created()));
    shown.put("managementStatus", owner.managed() ? "MANAGED" : "NOT_MANAGED");
    shown.put("screenLockType", owner.screenLock());
    shown.put("user", OktaJson.user(user, wanted, call.base()));
    return shown;
  }

  private Answer one(Call call, String id) {
    return Answer.of(device(call, devices.device(id)));
  }

  private Answer owners(Call call, String id) {
    return Answer.of(
        devices.device(id).owners().stream().map(owner -> owner(call, owner, false)).toList());
  }

  private Answer ofUser(Call call, String userId) {
    User user = directory.user(userId);
    List<Device> owned =
        devices.list(-1, Integer.MAX_VALUE - 1, device -> device.ownedBy(user.id())).items();
    return Answer.of(owned.stream().map(device -> link(call, device, user)).toList());
  }

  private static Map<String, Object> link(Call call, Device device, User user) {
    Device.Owner owner =
        device.owners().stream()
            .filter(some -> some.user().equals(user.id()))
            .findFirst()
            .orElseThrow();
    return Map.of(
        "created", OktaJson.time(owner.created()),
        "deviceUserId", owner.link(),
        "device", device(call, device));
  }

  private Answer switched(String id, boolean active) {
    devices.setActive(id, active);
    return Answer.empty(204);
  }

  private Answer delete(String id) {
    devices.delete(id);
    return Answer.empty(204);
  }
}
