package org.oktasync.run.adoption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.mapping.Correlator;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.NameHolder;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.target.AccountFacts;

/** Works out which existing accounts and groups could be adopted. Writes nothing. */
final class AdoptionPreview {
  private final CurrentState current;
  private final AccountFacts facts;
  private final long directoryId;
  private final NamesakePreview namesakes;

  /**
   * @param namesakes finds accounts of other directories
   */
  AdoptionPreview(
      CurrentState current, AccountFacts facts, long directoryId, NamesakePreview namesakes) {
    this.namesakes = namesakes;
    this.current = current;
    this.facts = facts;
    this.directoryId = directoryId;
  }

  /** All candidates, people first, in ascending order of source id. */
  List<AdoptionCandidate> candidates(DesiredState desired, List<CorrelationRule> rules) {
    List<AdoptionCandidate> candidates = new ArrayList<>();
    addPeople(desired, rules, candidates);
    addGroups(desired, candidates);
    return candidates;
  }

  private void addPeople(
      DesiredState desired, List<CorrelationRule> rules, List<AdoptionCandidate> candidates) {
    List<DesiredAccount> people = new ArrayList<>();
    try (Cursor<DesiredAccount> cursor = desired.accounts()) {
      cursor.forEachRemaining(people::add);
    }
    Set<ExternalId> linkedPeople = new HashSet<>();
    Set<String> linkedNames = new HashSet<>();
    try (Cursor<Link> links = current.accountLinks()) {
      while (links.hasNext()) {
        Link link = links.next();
        linkedPeople.add(link.externalId());
        linkedNames.add(link.accountName().key());
      }
    }
    Correlator correlator = new Correlator(rules, people, current.everyAccount());
    Map<ExternalId, AdoptionCandidate> found = new TreeMap<>();
    for (DesiredAccount person : people) {
      if (!linkedPeople.contains(person.id())) {
        correlator
            .match(person)
            .filter(match -> !linkedNames.contains(match.account().name().key()))
            .ifPresent(match -> found.put(person.id(), candidate(person, match)));
      }
    }
    Set<ExternalId> settled = new HashSet<>(linkedPeople);
    settled.addAll(found.keySet());
    namesakes.candidates(people, settled).forEach(one -> found.put(one.sourceId(), one));
    candidates.addAll(found.values());
  }

  private AdoptionCandidate candidate(DesiredAccount person, Correlator.Match match) {
    Account account = match.account();
    return new AdoptionCandidate(
        EntityKind.USER,
        person.id(),
        person.label(),
        person.account().email(),
        account.name().value(),
        account.email(),
        match.rule().label(),
        verdict(account.name(), match),
        match.doubt().orElse(null));
  }

  private Verdict verdict(AccountName name, Correlator.Match match) {
    if (match.ambiguous()) {
      return Verdict.AMBIGUOUS;
    } else if (current.isProtected(name)) {
      return Verdict.ADMINISTRATOR;
    } else if (facts.isShadowed(directoryId, name)) {
      return Verdict.SHADOWED;
    } else if (!facts.hasApplicationAccess(name)) {
      return Verdict.CUSTOMER;
    }
    if (match.rule().equals(CorrelationRule.LOGIN)) {
      return Verdict.EXACT;
    }
    return match.rule().equals(CorrelationRule.EMAIL) ? Verdict.BY_EMAIL : Verdict.BY_PROPERTY;
  }

  private void addGroups(DesiredState desired, List<AdoptionCandidate> candidates) {
    Set<ExternalId> linked = new HashSet<>();
    Set<String> linkedNames = new HashSet<>();
    try (Cursor<Link> links = current.groupLinks()) {
      while (links.hasNext()) {
        Link link = links.next();
        linked.add(link.externalId());
        linkedNames.add(link.groupName().key());
      }
    }
    Set<String> seen = new HashSet<>();
    try (Cursor<DesiredGroup> groups = desired.groups()) {
      while (groups.hasNext()) {
        DesiredGroup group = groups.next();
        boolean open = group.name() != null && !linked.contains(group.id());
        if (open && !linkedNames.contains(group.name().key())) {
          boolean first = seen.add(group.name().key());
          verdict(group.name(), first).ifPresent(v -> candidates.add(candidate(group, v)));
        }
      }
    }
  }

  private Optional<Verdict> verdict(GroupName name, boolean first) {
    NameHolder holder = current.holderOf(name);
    if (holder == NameHolder.FREE || holder == NameHolder.FORMER_USER) {
      return Optional.empty();
    } else if (!first) {
      return Optional.of(Verdict.AMBIGUOUS);
    } else if (current.isProtected(name)) {
      return Optional.of(Verdict.ADMINISTRATOR);
    }
    return Optional.of(holder == NameHolder.TARGET ? Verdict.EXACT : Verdict.OTHER_DIRECTORY);
  }

  private static AdoptionCandidate candidate(DesiredGroup group, Verdict verdict) {
    String name = group.name().value();
    Message doubt = verdict == Verdict.AMBIGUOUS ? Message.of("several-groups", name) : null;
    return new AdoptionCandidate(
        EntityKind.GROUP, group.id(), group.label(), "", name, "", "name", verdict, doubt);
  }
}
