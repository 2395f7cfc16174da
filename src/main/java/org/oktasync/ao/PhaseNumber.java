package org.oktasync.ao;

import org.oktasync.plan.Phase;

/**
 * Phases as the database counts them: numbers grow in the order of application. They are written
 * out, with room between them, so that a phase added later leaves stored plans as they are.
 */
final class PhaseNumber {
  private PhaseNumber() {}

  static int of(Phase phase) {
    return switch (phase) {
      case PREPARE -> 10;
      case LEADS -> 20;
      case ADD_MEMBERS -> 30;
      case REMOVE_MEMBERS -> 40;
      case DEACTIVATE -> 50;
      case DELETE -> 60;
      case OBJECTS -> 70;
      case OBJECT_REFERENCES -> 80;
      case RETIRE_OBJECTS -> 90;
      case DELETE_OBJECTS -> 100;
    };
  }

  static Phase phase(int number) {
    for (Phase phase : Phase.values()) {
      if (of(phase) == number) {
        return phase;
      }
    }
    throw new IllegalStateException(
        "phase " + number + " was stored by a newer version of the product; upgrade this node");
  }
}
