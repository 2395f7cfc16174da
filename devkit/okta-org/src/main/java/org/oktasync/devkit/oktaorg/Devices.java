package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The organisation's devices and their owners. Okta's documents do not say whether the log names
 * the owners whom a device loses because it is deactivated, or because they are deleted: here it
 * does not. Safe for many threads.
 */
public final class Devices implements Directory.Dependant {
  private final Directory directory;
  private final Ids ids;
  private final Table<Device> rows = new Table<>();

  Devices(Directory directory, Ids ids) {
    this.directory = directory;
    this.ids = ids;
    directory.tell(this);
  }

  /**
   * Registers a device.
   *
   * @param profile must hold displayName, platform and registered
   * @param owners ids of people; none, one or several
   */
  public Device register(Map<String, Object> profile, Collection<String> owners) {
    synchronized (directory) {
      Device device = load(profile, owners);
      tell(EventType.DEVICE_ENROLLED, device);
      owners.forEach(owner -> tell(EventType.DEVICE_USER_ADDED, device, owner));
      return device;
    }
  }

  /** Puts a device in place without an event. */
  Device load(Map<String, Object> profile, Collection<String> owners) {
    synchronized (directory) {
      Instant now = directory.now();
      List<Device.Owner> links = owners.stream().map(id -> owner(id, now)).toList();
      Map<String, Object> kept = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
      return put(new Device(rows.nextNumber(), ids.next("guo"), true, now, now, kept, links));
    }
  }

  private Device.Owner owner(String userId, Instant now) {
    boolean managed = directory.user(userId).number() % 3 > 0;
    String lock = managed ? "BIOMETRIC" : "PASSCODE";
    return new Device.Owner(ids.next("lnk"), userId, now, managed, lock);
  }

  /** Every device in list order. */
  public List<Device> all() {
    synchronized (directory) {
      return rows.all();
    }
  }

  Slice<Device> list(int after, int limit, Predicate<Device> wanted) {
    synchronized (directory) {
      return rows.after(after, limit, wanted);
    }
  }

  /**
   * The device with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public Device device(String id) {
    synchronized (directory) {
      Device device = rows.get(id);
      if (device == null) {
        throw OktaError.notFound("Device", id);
      }
      return device;
    }
  }

  /** Makes somebody an owner; nothing happens if they are one. */
  public Device addOwner(String id, String userId) {
    synchronized (directory) {
      Device device = device(id);
      if (device.ownedBy(userId)) {
        return device;
      }
      List<Device.Owner> next = new ArrayList<>(device.owners());
      next.add(owner(userId, directory.now()));
      tell(EventType.DEVICE_USER_ADDED, device, userId);
      return put(device.with(true, next, directory.now()));
    }
  }

  /** Ends that somebody is an owner; nothing happens if they are none. */
  public Device removeOwner(String id, String userId) {
    synchronized (directory) {
      Device device = device(id);
      if (!device.ownedBy(userId)) {
        return device;
      }
      tell(EventType.DEVICE_USER_REMOVED, device, userId);
      return put(device.with(device.active(), others(device, userId), directory.now()));
    }
  }

  private static List<Device.Owner> others(Device device, String userId) {
    return device.owners().stream().filter(owner -> !owner.user().equals(userId)).toList();
  }

  /** Switches a device off, which takes its owners away, or on again. */
  public Device setActive(String id, boolean active) {
    synchronized (directory) {
      Device device = device(id);
      if (device.active() != active) {
        tell(active ? EventType.DEVICE_ACTIVATED : EventType.DEVICE_DEACTIVATED, device);
      }
      return put(device.with(active, active ? device.owners() : List.of(), directory.now()));
    }
  }

  /**
   * Deletes a device that was deactivated.
   *
   * @throws OktaError 403 while it is active
   */
  public void delete(String id) {
    synchronized (directory) {
      Device device = device(id);
      if (device.active()) {
        throw OktaError.forbidden("Only a deactivated device can be deleted");
      }
      rows.remove(id);
      tell(EventType.DEVICE_DELETED, device);
    }
  }

  @Override
  public void deactivated(User user) {}

  @Override
  public void deleted(User user) {
    for (Device device : rows.all()) {
      if (device.ownedBy(user.id())) {
        put(device.with(device.active(), others(device, user.id()), directory.now()));
      }
    }
  }

  @Override
  public void deleted(Group group) {}

  private void tell(EventType type, Device device) {
    directory.events().byAdministrator(type, LogEvent.Party.of(device));
  }

  private void tell(EventType type, Device device, String userId) {
    User user = directory.user(userId);
    directory.events().byAdministrator(type, LogEvent.Party.of(user), LogEvent.Party.of(device));
  }

  private Device put(Device device) {
    rows.put(device.id(), device.number(), device);
    return device;
  }
}
