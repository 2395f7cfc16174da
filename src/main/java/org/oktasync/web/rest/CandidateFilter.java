package org.oktasync.web.rest;

import java.util.Locale;
import java.util.stream.Stream;
import org.oktasync.run.adoption.AdoptionCandidate;

/**
 * Which candidates for adoption are asked for; an empty text means any.
 *
 * @param verdict label of a verdict
 * @param kind label of a kind
 * @param text beginning of a name or e-mail address on either side, upper or lower case alike, or
 *     an exact source id
 */
record CandidateFilter(String verdict, String kind, String text) {
  /** Whether a candidate is asked for. */
  boolean matches(AdoptionCandidate candidate) {
    return (verdict.isEmpty() || verdict.equals(candidate.verdict().label()))
        && (kind.isEmpty() || kind.equals(candidate.kind().label()))
        && (text.isEmpty() || named(candidate));
  }

  private boolean named(AdoptionCandidate candidate) {
    String beginning = text.toLowerCase(Locale.ENGLISH);
    return candidate.sourceId().value().equals(text)
        || Stream.of(
                candidate.name(),
                candidate.email(),
                candidate.sourceName(),
                candidate.sourceEmail())
            .anyMatch(value -> value.toLowerCase(Locale.ENGLISH).startsWith(beginning));
  }
}
