package org.oktasync.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;

/**
 * Who has what, kept outside memory until it is closed but for the things themselves, of which
 * there are as many as groups, applications and roles.
 *
 * <p>That somebody lacks a thing is known only when the person's {@link Entitlements.Held#complete
 * list is complete} and the thing is not {@link #uncertain}.
 */
public interface EntitlementReading extends AutoCloseable {
  /** The source's own time of the first answer of this reading. */
  Instant readAt();

  /**
   * The things of a kind by id, in ascending order. A group has at least {@code id}, {@code type}
   * and {@code profile}; an application {@code id}, {@code label}, {@code name} and {@code status};
   * a role {@code id}, {@code label} and {@code type}.
   */
  Map<String, SourceValue.Fields> objects(EntitlementKind kind);

  /**
   * How whole the knowledge of a kind is; when it is broken, nobody's lack of such a thing is
   * known. Broken for a kind that was not wanted.
   */
  Completeness completeness(EntitlementKind kind);

  /** Ids of things of which it is not known in full who has them. */
  Set<String> uncertain(EntitlementKind kind);

  /** Every list that did not come whole, in a stable order. */
  List<IncompleteList> incomplete();

  /** As {@link SourceSnapshot#offCount}. */
  List<String> offCount();

  /** What the source does not offer to this connection, for a person. */
  List<Message> notices();

  /** A walk over what people have; as many as needed, each to be closed. */
  EntitlementWalk walk();

  /** Deletes what is stored. */
  @Override
  void close();
}
