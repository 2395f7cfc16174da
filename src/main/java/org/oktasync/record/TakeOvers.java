package org.oktasync.record;

import java.util.Collection;
import java.util.List;
import org.oktasync.model.ExternalId;
import org.oktasync.model.TakeOver;

/** Remembers whom administrators let take over an account of another directory. */
public interface TakeOvers {
  /** The words that wait for a run of a connection, in ascending order of the source id. */
  List<TakeOver> waiting(long connectionId);

  /** Keeps words; one of the same person is replaced. */
  void store(Collection<TakeOver> words);

  /**
   * Forgets the words about some people of a connection: they are spent, or taken back.
   *
   * @return how many there were
   */
  int forget(long connectionId, Collection<ExternalId> people);

  /** Forgets every word of a connection. */
  void forgetAll(long connectionId);
}
