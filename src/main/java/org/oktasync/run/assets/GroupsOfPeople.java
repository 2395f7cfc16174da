package org.oktasync.run.assets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/**
 * The groups of each person, made out of the members of each group: pairs in a file, sorted by
 * person. Groups stand in memory once.
 */
final class GroupsOfPeople implements AutoCloseable {
  private static final int BUFFER = 50_000;

  private final List<SourceValue> groups = new ArrayList<>();
  private final List<SourceValue> everyone = new ArrayList<>();
  private final boolean certain;
  private final Cursor<Pair> pairs;
  private Pair next;

  /** Somebody is in the group of this number. */
  private record Pair(String user, int group) {}

  /**
   * Turns a reading round.
   *
   * @param files for the pairs
   */
  GroupsOfPeople(SourceSnapshot snapshot, SpoolFolder files, StopSignal stop) {
    SortedSpool<Pair> spool = new SortedSpool<>(files, "groups", new PairCodec(), BUFFER);
    boolean whole = snapshot.groupsCompleteness().complete();
    try (Cursor<SourceGroup> all = snapshot.groups()) {
      while (all.hasNext()) {
        stop.check();
        SourceGroup group = all.next();
        whole &= add(group, snapshot, spool);
      }
    }
    spool.seal();
    certain = whole;
    pairs = spool.cursor();
    step();
  }

  /** Answers whether it is known who is in the group. */
  private boolean add(SourceGroup group, SourceSnapshot snapshot, SortedSpool<Pair> spool) {
    if (isEveryone(group)) {
      everyone.add(fields(group));
      return true;
    }
    boolean complete = snapshot.membersCompleteness(group.id()).complete();
    if (group.builtIn() && !complete) {
      return true; // the source's own groups are not asked for, and nobody refers to them
    }
    int number = groups.size();
    groups.add(fields(group));
    try (Cursor<ExternalId> members = snapshot.members(group.id())) {
      members.forEachRemaining(member -> spool.add(new Pair(member.value(), number)));
    }
    return complete;
  }

  /** Its members are not read: it is everybody. */
  private static boolean isEveryone(SourceGroup group) {
    return group.builtIn() && group.name().equals("Everyone");
  }

  private static SourceValue fields(SourceGroup group) {
    Map<String, SourceValue> profile = new LinkedHashMap<>();
    profile.put("name", new SourceValue.Text(group.name()));
    if (!group.description().isEmpty()) {
      profile.put("description", new SourceValue.Text(group.description()));
    }
    return new SourceValue.Fields(
        Map.of(
            "id", new SourceValue.Text(group.id().value()),
            "type", new SourceValue.Text(group.type()),
            "profile", new SourceValue.Fields(profile)));
  }

  /** The groups of a person, who comes behind whoever was asked for before. */
  List<SourceValue> of(ExternalId user) {
    List<SourceValue> of = new ArrayList<>(everyone);
    while (next != null && next.user().compareTo(user.value()) <= 0) {
      if (next.user().equals(user.value())) {
        of.add(groups.get(next.group()));
      }
      step();
    }
    return of;
  }

  /** Whether nobody is in a group that is not told here. */
  boolean certain() {
    return certain;
  }

  private void step() {
    next = pairs.hasNext() ? pairs.next() : null;
  }

  @Override
  public void close() {
    pairs.close();
  }

  private static final class PairCodec implements RowFormat<Pair> {
    @Override
    public String key(Pair pair) {
      return pair.user() + '\u0000' + String.format("%08d", pair.group());
    }

    @Override
    public void write(Pair pair, DataOutput out) throws IOException {
      RowText.write(pair.user(), out);
      out.writeInt(pair.group());
    }

    @Override
    public Pair read(DataInput in) throws IOException {
      return new Pair(RowText.read(in), in.readInt());
    }
  }
}
