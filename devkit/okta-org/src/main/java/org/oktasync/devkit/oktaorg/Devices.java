package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The organisation's devices and their owners. Safe for many threads. */
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
      return put(device.with(true, next, directory.now()));
    }
  }

  /** Switches a device off, which takes its owners away, or on again. */
  public Device setActive(String id, boolean active) {
    synchronized (directory) {
      Device device = device(id);
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
      if (device(id).active()) {
        throw OktaError.forbidden("Only a deactivated device can be deleted");
      }
      rows.remove(id);
    }
  }

  @Override
  public void deactivated(User user) {}

  @Override
  public void deleted(User user) {
    for (Device device : rows.all()) {
      if (device.ownedBy(user.id())) {
        List<Device.Owner> rest =
            device.owners().stream().filter(owner -> !owner.user().equals(user.id())).toList();
        put(device.with(device.active(), rest, directory.now()));
      }
    }
  }

  @Override
  public void deleted(Group group) {}

  private Device put(Device device) {
    rows.put(device.id(), device.number(), device);
    return device;
  }
}
