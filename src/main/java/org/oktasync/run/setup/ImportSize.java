package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.config.AssetsTypes;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Message;
import org.oktasync.run.rules.ObjectLists;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLists;
import org.oktasync.source.SourceSize;

/**
 * Counts, by few calls, how many objects a first import would make: of the lists that the mapping
 * names, or while there is none of those that building the schema would write into it.
 */
final class ImportSize {
  private static final int COUNTED = 1000;
  private static final int PAGE = 200;

  private final SourceLists source;
  private final ObjectLists lists;
  private final StopSignal stop;
  private final List<Message> notices = new ArrayList<>();
  private boolean cut;

  ImportSize(SourceLists source, ObjectLists lists, StopSignal stop) {
    this.source = source;
    this.lists = lists;
    this.stop = stop;
  }

  /**
   * The whole count; to be asked for once.
   *
   * @param people how many people the connection is about
   */
  AssetsSetup.Estimate of(SourceSize people) {
    AssetsTypes types = lists.settings().types();
    long users = people(people, types.users().on());
    long groups = usual("/api/v1/groups", types.groups().on());
    long apps = usual("/api/v1/apps", types.apps().on());
    long devices = usual("/api/v1/devices", types.devices().on());
    Map<String, Long> others = new LinkedHashMap<>();
    lists.others().forEach(one -> others.merge(lists.typeOf(one), taken(one), Long::sum));
    List<String> more = lists.madeByReference();
    if (!more.isEmpty()) {
      notices.add(Message.of("assets-estimate-referred", String.join(", ", more)));
    }
    return new AssetsSetup.Estimate(
        users, groups, apps, devices, others, people.atLeast() || cut, notices);
  }

  private long people(SourceSize people, boolean on) {
    return lists.mappings().isEmpty()
        ? on ? people.people() : 0
        : lists.ofPeople().stream()
            .mapToLong(one -> one.search().isEmpty() ? limited(one, people.people()) : taken(one))
            .sum();
  }

  private long usual(String path, boolean on) {
    return lists.mappings().isEmpty()
        ? on ? count(path) : 0
        : lists.of(path).stream().mapToLong(this::taken).sum();
  }

  private long taken(ObjectMapping mapping) {
    return limited(mapping, count(mapping.listAddress()));
  }

  private static long limited(ObjectMapping mapping, long found) {
    return mapping.dataLimit() > 0 ? Math.min(found, mapping.dataLimit()) : found;
  }

  private long count(String list) {
    try {
      ListRequest request = ListRequest.of(list).withPageSize(PAGE).withDataLimit(COUNTED);
      long count = source.stream(request, stop, object -> {}).count();
      cut |= count >= COUNTED;
      return count;
    } catch (SourceException e) {
      notices.add(e.problem());
      return 0;
    }
  }
}
