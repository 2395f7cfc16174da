package org.oktasync.run.preview;

import java.time.Clock;
import org.oktasync.control.StopSignal;
import org.oktasync.record.RunProgress;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;

/** How far a difference is, and whether it is still wanted. Told by one thread, asked by others. */
final class DifferenceWatch {
  private final RunPorts ports;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private volatile RunWatch reading;
  private volatile int step = 1;

  DifferenceWatch(RunPorts ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
    this.reading = new RunWatch(0, ports, clock, stop);
  }

  /** The next step begins. */
  void next() {
    stop.check();
    step++;
    reading = new RunWatch(0, ports, clock, stop);
  }

  /** The step under way, from 1. */
  int step() {
    return step;
  }

  /** Takes what a reading tells. */
  RunWatch reading() {
    return reading;
  }

  /** How far the step is. */
  RunProgress progress() {
    return reading.progress();
  }

  /** Nobody wants to know any more. */
  void cancel() {
    stop.request();
  }

  StopSignal stop() {
    return stop;
  }
}
