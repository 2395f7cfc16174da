package org.oktasync.okta;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.source.ThingKind;

/** The events of the System Log that tell of applications, admin roles and devices. */
enum ThingEvent {
  APP_CREATED("application.lifecycle.create", ThingKind.APPS, Tells.THING),
  APP_UPDATED("application.lifecycle.update", ThingKind.APPS, Tells.THING),
  APP_ACTIVATED("application.lifecycle.activate", ThingKind.APPS, Tells.EVERYBODY),
  APP_DEACTIVATED("application.lifecycle.deactivate", ThingKind.APPS, Tells.EVERYBODY),
  APP_DELETED("application.lifecycle.delete", ThingKind.APPS, Tells.EVERYBODY),
  APP_USER_ADDED("application.user_membership.add", ThingKind.APPS, Tells.HOLDER),
  APP_USER_REMOVED("application.user_membership.remove", ThingKind.APPS, Tells.HOLDER),
  APP_GROUP_ADDED("group.application_assignment.add", ThingKind.APPS, Tells.HOLDER),
  APP_GROUP_REMOVED("group.application_assignment.remove", ThingKind.APPS, Tells.HOLDER),
  ROLE_GRANTED("user.account.privilege.grant", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  ROLE_REVOKED("user.account.privilege.revoke", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  GROUP_ROLE_GRANTED("group.privilege.grant", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  GROUP_ROLE_REVOKED("group.privilege.revoke", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  ROLE_BOUND("iam.resourceset.bindings.add", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  ROLE_UNBOUND("iam.resourceset.bindings.delete", ThingKind.ROLES, Tells.THING_AND_HOLDER),
  ROLE_CREATED("iam.role.create", ThingKind.ROLES, Tells.THING),
  ROLE_UPDATED("iam.role.update", ThingKind.ROLES, Tells.THING),
  ROLE_DELETED("iam.role.delete", ThingKind.ROLES, Tells.THING),
  DEVICE_ENROLLED("device.enrollment.create", ThingKind.DEVICES, Tells.THING_AND_HOLDER),
  DEVICE_ACTIVATED("device.lifecycle.activate", ThingKind.DEVICES, Tells.THING),
  DEVICE_DEACTIVATED("device.lifecycle.deactivate", ThingKind.DEVICES, Tells.EVERYBODY),
  DEVICE_SUSPENDED("device.lifecycle.suspend", ThingKind.DEVICES, Tells.THING),
  DEVICE_UNSUSPENDED("device.lifecycle.unsuspend", ThingKind.DEVICES, Tells.THING),
  DEVICE_DELETED("device.lifecycle.delete", ThingKind.DEVICES, Tells.EVERYBODY),
  DEVICE_USER_ADDED("device.user.add", ThingKind.DEVICES, Tells.THING_AND_HOLDER),
  DEVICE_USER_REMOVED("device.user.remove", ThingKind.DEVICES, Tells.THING_AND_HOLDER);

  /** Of what an event tells. */
  private enum Tells {
    /** The thing changed; who has it did not. */
    THING,
    /** A person, or the members of a group, came to have the thing or have it no longer. */
    HOLDER,
    /** Both; who has a device stands in the device. */
    THING_AND_HOLDER,
    /** The thing changed, and everybody who had it may have lost it or got it back. */
    EVERYBODY
  }

  private final String code;
  private final ThingKind kind;
  private final Tells tells;

  ThingEvent(String code, ThingKind kind, Tells tells) {
    this.code = code;
    this.kind = kind;
    this.tells = tells;
  }

  /** Okta's name of the event. */
  String code() {
    return code;
  }

  /** Of which kind of things it tells. */
  ThingKind kind() {
    return kind;
  }

  /** Whether the thing itself changed. */
  boolean ofThing() {
    return tells != Tells.HOLDER;
  }

  /** Whether the people and groups that it names have other things now. */
  boolean ofHolder() {
    return tells == Tells.HOLDER || tells == Tells.THING_AND_HOLDER;
  }

  /** Whether everybody who had the thing may have other things now. */
  boolean ofEverybody() {
    return tells == Tells.EVERYBODY;
  }

  /** The event of a name; empty when it tells of none of these things. */
  static Optional<ThingEvent> of(String code) {
    return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
  }

  /** The names of the events of some kinds. */
  static List<String> codes(Collection<ThingKind> kinds) {
    Set<ThingKind> wanted = Set.copyOf(kinds);
    return Arrays.stream(values())
        .filter(event -> wanted.contains(event.kind))
        .map(ThingEvent::code)
        .toList();
  }
}
