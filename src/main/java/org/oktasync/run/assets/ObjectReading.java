package org.oktasync.run.assets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.plan.assets.ObjectPlanner;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.ReferenceBook;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.plan.assets.TypedObjects;
import org.oktasync.plan.assets.UserLookup;
import org.oktasync.record.ObjectLinks;
import org.oktasync.spool.SpoolFolder;

/** Both sides of all types as they were read, kept in files until this is closed. */
public final class ObjectReading implements AutoCloseable {
  private final long connectionId;
  private final ObjectLinks links;
  private final List<TypedObjects> types;
  private final List<TypeRules> absent;
  private final ReferenceBook book;
  private final MissingPolicy policy;
  private final ProblemCount problems;
  private final List<IncompleteList> incomplete;
  private final Set<Message> notices;
  private final boolean whole;
  private final boolean heldBack;
  private final SpoolFolder files;
  private final LinkSettlement settlement;

  /**
   * @param absent mapped types of which nothing was read
   * @param heldBack whether mappings say to leave some objects to the next run
   */
  ObjectReading(
      long connectionId,
      ObjectLinks links,
      List<? extends TypedObjects> types,
      List<TypeRules> absent,
      ReferenceBook book,
      MissingPolicy policy,
      ProblemCount problems,
      List<IncompleteList> incomplete,
      List<Message> notices,
      boolean whole,
      boolean heldBack,
      SpoolFolder files) {
    this.connectionId = connectionId;
    this.links = links;
    this.types = List.copyOf(types);
    this.absent = List.copyOf(absent);
    this.book = book;
    this.policy = policy;
    this.problems = problems;
    this.incomplete = List.copyOf(incomplete);
    this.notices = new LinkedHashSet<>(notices);
    this.whole = whole;
    this.heldBack = heldBack;
    this.files = files;
    this.settlement = new LinkSettlement(connectionId);
  }

  /** Plans all types; to be called once. */
  public void plan(PlanSink sink, UserLookup users, Instant now) {
    new ObjectPlanner(
            new ObjectPlanner.Context(
                policy,
                now,
                book,
                users,
                identity -> links.find(connectionId, identity),
                problems,
                settlement,
                sink))
        .plan(types, absent);
  }

  /** What else a person should know; complete once the plan is made. */
  public List<Message> notices() {
    List<Message> all = new ArrayList<>(notices);
    all.addAll(problems.notices());
    return all;
  }

  /** Lists of the source that did not come whole. */
  public List<IncompleteList> incomplete() {
    return incomplete;
  }

  /** Whether everything was asked for, so that what stands left alone is known anew. */
  public boolean whole() {
    return whole;
  }

  /** Whether objects wait for the next run, because the mapping takes no more in one. */
  public boolean heldBack() {
    return heldBack;
  }

  /** Headings of mappings of whose lists nothing was read. */
  public Set<String> unread() {
    return absent.stream().map(rules -> rules.mapping().name()).collect(Collectors.toSet());
  }

  /** The plan is applied: stores what was learned about ownership. */
  public void settle() {
    settlement.settle(links);
  }

  /** Deletes what is stored. */
  @Override
  public void close() {
    files.close();
  }
}
