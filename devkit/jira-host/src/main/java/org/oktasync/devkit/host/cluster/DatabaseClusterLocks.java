package org.oktasync.devkit.host.cluster;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * Named locks of the cluster, one row each. A lock belongs to a thread of a node; a node whose
 * heartbeat is older than {@link #DEAD_AFTER} has lost its locks.
 */
public final class DatabaseClusterLocks implements ClusterLockService {
  /** How long after its last heartbeat a node counts as dead. */
  public static final Duration DEAD_AFTER = Duration.ofSeconds(20);

  /** How often a node has to say that it is alive. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(4);

  private static final int NAME_LENGTH = 255;

  private final Jdbc jdbc;
  private final String nodeId;
  private final Clock clock;
  private final Map<String, DatabaseClusterLock> locks = new ConcurrentHashMap<>();

  /** Creates the tables when absent and gives up whatever this node held before its last end. */
  public DatabaseClusterLocks(Jdbc jdbc, String nodeId, Clock clock) {
    this.jdbc = jdbc;
    this.nodeId = nodeId;
    this.clock = clock;
    jdbc.update(
        "create table if not exists clusterlockstatus (lock_name varchar(255) primary key,"
            + " locked_by_node varchar(60), update_time bigint not null)");
    jdbc.update(
        "create table if not exists clusternodeheartbeat (node_id varchar(60) primary key,"
            + " heartbeat_time bigint not null)");
    jdbc.update(
        "update clusterlockstatus set locked_by_node = null where locked_by_node = ?", nodeId);
    heartbeat();
  }

  @Override
  public ClusterLock getLockForName(String name) {
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw new IllegalArgumentException(
          "The name of a cluster lock has 1 to 255 characters, not " + name.length());
    }
    return locks.computeIfAbsent(name, key -> new DatabaseClusterLock(key, this));
  }

  /** Says that this node is alive; the host calls it every {@link #HEARTBEAT}. */
  public void heartbeat() {
    long now = clock.millis();
    int changed =
        jdbc.update(
            "update clusternodeheartbeat set heartbeat_time = ? where node_id = ?", now, nodeId);
    if (changed == 0) {
      jdbc.insertIfAbsent("insert into clusternodeheartbeat values (?, ?)", nodeId, now);
    }
  }

  /** The names of the nodes that have said in time that they are alive. */
  List<String> liveNodes() {
    return jdbc.query(
        "select node_id from clusternodeheartbeat where heartbeat_time >= ? order by node_id",
        row -> row.getString(1),
        oldestOfTheLiving());
  }

  private long oldestOfTheLiving() {
    return clock.millis() - DEAD_AFTER.toMillis();
  }

  /** Takes the row of the lock for this node; false while a living node has it. */
  boolean acquire(String name) {
    jdbc.insertIfAbsent("insert into clusterlockstatus values (?, null, ?)", name, clock.millis());
    return jdbc.update(
            "update clusterlockstatus set locked_by_node = ?, update_time = ?"
                + " where lock_name = ? and (locked_by_node is null or locked_by_node not in"
                + " (select node_id from clusternodeheartbeat where heartbeat_time >= ?))",
            nodeId,
            clock.millis(),
            name,
            oldestOfTheLiving())
        == 1;
  }

  /** Gives the row back. A row that another node took meanwhile stays with it. */
  void release(String name) {
    jdbc.update(
        "update clusterlockstatus set locked_by_node = null, update_time = ?"
            + " where lock_name = ? and locked_by_node = ?",
        clock.millis(),
        name,
        nodeId);
  }
}
