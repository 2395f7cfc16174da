package org.oktasync.run.adoption;

import java.util.Set;

/**
 * Which candidates an administrator confirms.
 *
 * @param verdicts every candidate of these verdicts; only those that may be confirmed in bulk count
 * @param sourceIds candidates chosen singly, by their source id
 */
public record AdoptionChoice(Set<AdoptionCandidate.Verdict> verdicts, Set<String> sourceIds) {
  public AdoptionChoice {
    verdicts = Set.copyOf(verdicts);
    sourceIds = Set.copyOf(sourceIds);
  }

  /** Whether this candidate is confirmed. */
  boolean includes(AdoptionCandidate candidate) {
    boolean bulk = candidate.verdict().inBulk() && verdicts.contains(candidate.verdict());
    boolean single =
        candidate.verdict().adoptable() && sourceIds.contains(candidate.sourceId().value());
    return bulk || single;
  }
}
