package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/**
 * Keys that objects of one type give up for others: they change before anything else of the type,
 * in an order in which each key is free when its turn comes. In a chain (A to B, B to C) the end
 * goes first; in a ring (A to B, B to A) one object waits under a key of its own.
 */
final class KeyMoves {
  private final String type;
  private final ObjectAttribute key;

  /** By the key that is given up, folded. */
  private final Map<String, Move> moves = new TreeMap<>();

  private final Set<String> settled = new HashSet<>();

  /**
   * An object gets another key.
   *
   * @param now its key as it stands in Assets
   * @param then the key that it is to have
   */
  record Move(ExternalId sourceId, String subject, String now, String then) {
    private String from() {
      return NameFolding.fold(now);
    }

    private String to() {
      return NameFolding.fold(then);
    }
  }

  /**
   * @param type the name of the type
   * @param key the attribute that tells its objects apart
   */
  KeyMoves(String type, ObjectAttribute key) {
    this.type = type;
    this.key = key;
  }

  /** An object is to get another key. */
  void add(Move move) {
    if (!move.from().equals(move.to())) {
      moves.put(move.from(), move);
    }
  }

  boolean isEmpty() {
    return moves.isEmpty();
  }

  /** From now on only keys of this set matter: nobody waits for the others. */
  void keep(Set<String> wanted) {
    moves.keySet().retainAll(wanted);
  }

  /**
   * Takes out the moves to keys that stay where they are. Objects that do not move then keep their
   * keys in turn.
   *
   * @param held who keeps which folded key; gains those whose moves are taken out
   */
  void leaveOut(Map<String, String> held) {
    List<Move> blocked = blocked(held);
    while (!blocked.isEmpty()) {
      for (Move move : blocked) {
        moves.remove(move.from());
        held.put(move.from(), move.subject());
      }
      blocked = blocked(held);
    }
  }

  private List<Move> blocked(Map<String, String> held) {
    return moves.values().stream().filter(move -> held.containsKey(move.to())).toList();
  }

  /** From now on only keys matter that another one of the objects is to have. */
  void keepExchanged() {
    keep(moves.values().stream().map(Move::to).collect(Collectors.toSet()));
  }

  /** Whether an object of this key waits for the key that another one has. */
  boolean isGivenUp(String foldedKey) {
    return moves.containsKey(foldedKey);
  }

  /** Whether the object that is to have this key has it already, by what was planned. */
  boolean isSettled(String foldedKey) {
    return settled.contains(foldedKey);
  }

  /** Plans them all. */
  void plan(PlanSink sink) {
    Set<String> done = new HashSet<>();
    moves.keySet().forEach(from -> plan(from, done, sink));
    moves.values().forEach(move -> settled.add(move.to()));
  }

  private void plan(String start, Set<String> done, PlanSink sink) {
    Set<String> chain = new LinkedHashSet<>();
    String at = start;
    while (moves.containsKey(at) && !done.contains(at) && chain.add(at)) {
      at = moves.get(at).to();
    }
    boolean ring = chain.contains(at) && mayWait();
    if (ring) {
      Move waiting = moves.get(at);
      change(waiting, waiting.now(), waitingKey(waiting), sink);
    }
    List<String> backwards = new ArrayList<>(chain);
    Collections.reverse(backwards);
    for (String from : backwards) {
      Move move = moves.get(from);
      change(move, ring && from.equals(at) ? waitingKey(move) : move.now(), move.then(), sink);
      done.add(from);
    }
  }

  /** Two objects may have one key for a moment, unless Assets refuses that. */
  private boolean mayWait() {
    return key.unique() && key.type() == AttributeType.TEXT;
  }

  private static String waitingKey(Move move) {
    return "okta-sync-waits-" + move.sourceId().value();
  }

  private void change(Move move, String from, String to, PlanSink sink) {
    sink.change(
        Phase.OBJECTS,
        new UpdateObject(
            move.sourceId(),
            new ObjectIdentity(type, to),
            move.subject(),
            Map.of(key.name(), ValueText.of(List.of(from))),
            Map.of(key.name(), ValueText.of(List.of(to)))));
  }
}
