package org.oktasync.run;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.oktasync.apply.ChangeWriter;
import org.oktasync.apply.LeavingObjects;
import org.oktasync.apply.ObjectForm;
import org.oktasync.apply.ObjectWriter;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.apply.WriteCheck;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.record.SyncRun;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;

/** Opens what writes objects, when the first one is to be written. */
final class ObjectWriters implements Supplier<ChangeWriter>, AutoCloseable {
  private final RunPorts ports;
  private final SyncRun run;
  private final Connection connection;
  private final RetryPolicy retry;
  private final WriteCheck check;
  private final RunWatch watch;
  private AssetsTarget target;
  private ObjectWriter writer;

  ObjectWriters(
      RunPorts ports,
      SyncRun run,
      Connection connection,
      RetryPolicy retry,
      WriteCheck check,
      RunWatch watch) {
    this.ports = ports;
    this.run = run;
    this.connection = connection;
    this.retry = retry;
    this.check = check;
    this.watch = watch;
  }

  @Override
  public ChangeWriter get() {
    target = ports.assets().target(connection, watch.stop());
    ObjectSchema schema = ports.memory(connection).follow(target.schema());
    Set<String> leaving =
        LeavingObjects.of(connection.id(), ports.objects(), ports.plans(), run.planId(), schema);
    ObjectForm form = form(ports, connection, target, schema, leaving, watch.stop());
    writer = new ObjectWriter(connection.id(), target, form, ports.objects(), retry, check);
    return writer;
  }

  /**
   * How changes of a connection's objects read and write values, apart from any plan.
   *
   * @throws org.oktasync.target.TargetException when Assets cannot be read
   */
  static ObjectForm form(
      RunPorts ports, Connection connection, AssetsTarget target, StopSignal stop) {
    ObjectSchema schema = ports.memory(connection).follow(target.schema());
    return form(ports, connection, target, schema, Set.of(), stop);
  }

  private static ObjectForm form(
      RunPorts ports,
      Connection connection,
      AssetsTarget target,
      ObjectSchema schema,
      Set<String> leaving,
      StopSignal stop) {
    SitePeople people = ports.assets().people(connection, stop);
    List<TypeRules> rules =
        new ObjectRules(connection.settings().assets()).bound(schema, new ProblemCount());
    return new ObjectForm(
        target,
        schema,
        rules,
        name -> people.find(name).filter(user -> user.name().equalsIgnoreCase(name)),
        leaving);
  }

  /** What a person should know about how objects were written. */
  List<Message> notices() {
    return writer == null ? List.of() : writer.notices();
  }

  @Override
  public void close() {
    if (target != null) {
      target.close();
    }
  }
}
