package org.oktasync.run.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.Section;
import org.oktasync.mapping.assets.SourcePath;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementScope.DirectUsers;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.spool.SpoolFolder;

/**
 * Joins people with lists of everybody, which are read from the other side: groups from the reading
 * of memberships, applications and roles from the lists of those, devices from the list of devices.
 */
final class JoinedSections implements Sections {
  private static final String DEVICES = "/api/v1/devices?limit=200&expand=userSummary";
  private static final SourcePath OWNERS = SourcePath.of("_embedded.users.*.user.id");

  private final Set<String> sections;
  private final Optional<GroupsOfPeople> groups;
  private final Optional<EntitlementReading> entitlements;
  private final Optional<EntitlementWalk> walk;
  private final Map<String, List<SourceValue>> devices = new HashMap<>();
  private final List<IncompleteList> incomplete = new ArrayList<>();
  private final List<Message> notices = new ArrayList<>();
  private boolean devicesCertain = true;

  /**
   * Reads what is wanted.
   *
   * @param snapshot has the members of groups
   * @param folder the run's own, for what is stored
   */
  JoinedSections(
      IdentitySource source,
      SourceSnapshot snapshot,
      Set<String> sections,
      Path folder,
      SpoolFolder files,
      StopSignal stop,
      Progress progress) {
    this.sections = sections;
    if (sections.contains(Section.DEVICES)) {
      readDevices(source, stop);
    }
    groups =
        sections.contains(Section.GROUPS)
            ? Optional.of(new GroupsOfPeople(snapshot, files, stop))
            : Optional.empty();
    entitlements = entitlements(source, folder, stop, progress);
    walk = entitlements.map(EntitlementReading::walk);
    entitlements.ifPresent(reading -> incomplete.addAll(reading.incomplete()));
    entitlements.ifPresent(reading -> notices.addAll(reading.notices()));
  }

  private Optional<EntitlementReading> entitlements(
      IdentitySource source, Path folder, StopSignal stop, Progress progress) {
    Set<EntitlementKind> kinds = EnumSet.noneOf(EntitlementKind.class);
    if (sections.contains(Section.APPS)) {
      kinds.add(EntitlementKind.APPS);
    }
    if (sections.contains(Section.ROLES)) {
      kinds.add(EntitlementKind.ROLES);
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            source
                .entitlements()
                .read(
                    new EntitlementScope(kinds, false, DirectUsers.OF_EVERY_APP),
                    folder,
                    stop,
                    progress));
  }

  private void readDevices(IdentitySource source, StopSignal stop) {
    try {
      ListEnd end =
          source.lists().stream(ListRequest.of(DEVICES), stop, element -> own(element.value()));
      devicesCertain = end.completeness().complete();
      if (!devicesCertain) {
        incomplete.add(new IncompleteList("devices", end.completeness().reason()));
      }
    } catch (SourceException e) {
      devicesCertain = false;
      notices.add(e.problem());
    }
  }

  private void own(SourceValue.Fields device) {
    SourceValue.Fields small = DeviceOfPerson.of(device);
    for (SourceValue owner : OWNERS.values(device)) {
      devices.computeIfAbsent(owner.text(), any -> new ArrayList<>()).add(small);
    }
  }

  @Override
  public Added of(ExternalId user, String status) {
    Map<String, List<SourceValue>> things = new HashMap<>();
    Set<String> uncertain = new HashSet<>();
    groups.ifPresent(
        found -> {
          things.put(Section.GROUPS, found.of(user));
          note(Section.GROUPS, found.certain(), uncertain);
        });
    if (sections.contains(Section.DEVICES)) {
      things.put(Section.DEVICES, devices.getOrDefault(user.value(), List.of()));
      note(Section.DEVICES, devicesCertain, uncertain);
    }
    walk.ifPresent(
        found -> {
          Entitlements has = found.of(user, status);
          put(Section.APPS, EntitlementKind.APPS, has, things, uncertain);
          put(Section.ROLES, EntitlementKind.ROLES, has, things, uncertain);
        });
    return new Added(things, uncertain);
  }

  private void put(
      String section,
      EntitlementKind kind,
      Entitlements has,
      Map<String, List<SourceValue>> things,
      Set<String> uncertain) {
    if (sections.contains(section)) {
      EntitlementReading reading = entitlements.orElseThrow();
      Entitlements.Held held = has.held(kind);
      things.put(section, List.copyOf(held.objects()));
      boolean certain =
          held.complete()
              && reading.completeness(kind).complete()
              && reading.uncertain(kind).isEmpty();
      note(section, certain, uncertain);
    }
  }

  private static void note(String section, boolean certain, Set<String> uncertain) {
    if (!certain) {
      uncertain.add(section);
    }
  }

  @Override
  public List<IncompleteList> incomplete() {
    return incomplete;
  }

  @Override
  public List<Message> notices() {
    return notices;
  }

  @Override
  public void close() {
    groups.ifPresent(GroupsOfPeople::close);
    walk.ifPresent(EntitlementWalk::close);
    entitlements.ifPresent(EntitlementReading::close);
  }
}
