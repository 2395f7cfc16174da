package org.oktasync.run.adoption;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.model.NamePatterns;
import org.oktasync.run.adoption.AdoptionCandidate.Elsewhere;
import org.oktasync.run.read.OtherDirectories;
import org.oktasync.run.rules.RunRules;
import org.oktasync.target.ProtectedAccounts;

/** Which groups people could bring along from other directories. Writes nothing. */
final class NamesakeGroups {
  private final OtherDirectories others;
  private final ProtectedAccounts guarded;
  private final ConnectionSettings settings;

  NamesakeGroups(OtherDirectories others, ProtectedAccounts guarded, ConnectionSettings settings) {
    this.others = others;
    this.guarded = guarded;
    this.settings = settings;
  }

  /**
   * The groups that somebody would bring along, those of most people first, and those that the
   * settings name.
   *
   * @param candidates everybody and everything that could be adopted
   */
  List<NamesakeGroup> of(List<AdoptionCandidate> candidates) {
    Map<Long, Set<AccountName>> people = new HashMap<>();
    for (AdoptionCandidate candidate : candidates) {
      Elsewhere elsewhere = candidate.elsewhere();
      boolean meant =
          candidate.verdict().takesOver()
              || candidate.verdict() == AdoptionCandidate.Verdict.NAMESAKE_WAITS;
      if (meant && elsewhere != null) {
        people
            .computeIfAbsent(elsewhere.directoryId(), id -> new HashSet<>())
            .add(new AccountName(candidate.name()));
      }
    }
    return listed(counted(people));
  }

  private Map<GroupName, Long> counted(Map<Long, Set<AccountName>> people) {
    Map<GroupName, Long> counts = new TreeMap<>();
    new TreeMap<>(people)
        .forEach(
            (directory, names) ->
                others
                    .groups(directory)
                    .forEach(
                        group -> {
                          long inside = others.members(directory, group, names).size();
                          if (inside > 0) {
                            counts.merge(group, inside, Long::sum);
                          }
                        }));
    settings.groups().takeOver().forEach(name -> counts.putIfAbsent(new GroupName(name), 0L));
    return counts;
  }

  private List<NamesakeGroup> listed(Map<GroupName, Long> counts) {
    Set<GroupName> chosen = new HashSet<>();
    settings.groups().takeOver().forEach(name -> chosen.add(new GroupName(name)));
    return counts.entrySet().stream()
        .map(
            entry ->
                new NamesakeGroup(
                    entry.getKey().value(),
                    entry.getValue(),
                    chosen.contains(entry.getKey()),
                    obstacle(entry.getKey())))
        .sorted(java.util.Comparator.comparingLong(group -> -group.people()))
        .toList();
  }

  private Message obstacle(GroupName group) {
    boolean filled =
        new RunRules(settings)
            .mapping().groups().combined().stream()
                .filter(other -> !other.namesakes())
                .map(CombinedGroup::name)
                .anyMatch(group::equals);
    if (guarded.givesAdministration(group)) {
      return Message.of("brought-group-administers", group.value());
    } else if (new NamePatterns(settings.guardrails().protectedGroups()).matches(group)) {
      return Message.of("group-is-protected", group.value());
    }
    return filled ? Message.of("group-filled-otherwise", group.value()) : null;
  }
}
