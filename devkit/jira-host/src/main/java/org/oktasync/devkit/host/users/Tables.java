package org.oktasync.devkit.host.users;

import java.time.Clock;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** All tables of one database, and the reading that they follow. */
record Tables(
    Jdbc jdbc,
    Clock clock,
    Reading reading,
    DirectoryTable directories,
    UserTable users,
    AttributeTable attributes,
    GroupTable groups,
    MembershipTable memberships,
    UserKeys keys,
    UserProperties properties) {

  /** Opens the tables, creating those that are missing. */
  static Tables open(Jdbc jdbc, Clock clock, Reading reading) {
    new Schema(jdbc).create();
    Ids ids = new Ids(jdbc);
    return new Tables(
        jdbc,
        clock,
        reading,
        new DirectoryTable(jdbc, ids, clock),
        new UserTable(jdbc, ids, clock, reading),
        new AttributeTable(jdbc, ids, reading),
        new GroupTable(jdbc, ids, clock, reading),
        new MembershipTable(jdbc, ids, reading),
        new UserKeys(jdbc, ids, reading),
        new UserProperties(jdbc, ids));
  }
}
