package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.target.Directories;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetDirectory;

/**
 * The directories of Jira beside the one that a connection fills, switched-off ones among them.
 * They are looked at; there is nothing here that could change them. For one thread.
 */
public final class OtherDirectories {
  private final Directories directories;
  private final long target;
  private final Map<Long, DirectoryTarget> opened = new HashMap<>();
  private List<TargetDirectory> all;
  private MembershipAggregation aggregation;

  /**
   * @param target the directory that the connection fills
   */
  public OtherDirectories(Directories directories, long target) {
    this.directories = directories;
    this.target = target;
  }

  /** An account of another directory. */
  public record Holder(TargetDirectory directory, Account account) {}

  /** All of them, in Jira's order. */
  public List<TargetDirectory> all() {
    return everyOne().stream().filter(directory -> directory.id() != target).toList();
  }

  /** The place in Jira's order of the directory that the connection fills. */
  public int targetPosition() {
    return everyOne().stream()
        .filter(directory -> directory.id() == target)
        .mapToInt(TargetDirectory::position)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private List<TargetDirectory> everyOne() {
    if (all == null) {
      all = directories.all();
    }
    return all;
  }

  /** What a directory is called; its id when it is gone. */
  public String name(long id) {
    return everyOne().stream()
        .filter(directory -> directory.id() == id)
        .map(TargetDirectory::name)
        .findFirst()
        .orElse(String.valueOf(id));
  }

  /** Whether the one of this name stands before the one that the connection fills. */
  public boolean standsFirst(String name) {
    return all().stream()
        .filter(directory -> directory.name().equals(name))
        .anyMatch(directory -> directory.position() < targetPosition());
  }

  /** What becomes of memberships of accounts of one name. */
  public MembershipAggregation aggregation() {
    if (aggregation == null) {
      aggregation = directories.aggregation();
    }
    return aggregation;
  }

  /**
   * The accounts of some names; a name that none of the directories has is left out.
   *
   * @param further attributes of accounts beyond the usual ones
   */
  Map<AccountName, List<Holder>> holders(Collection<AccountName> names, Set<String> further) {
    Map<AccountName, List<Holder>> holders = new HashMap<>();
    for (TargetDirectory directory : all()) {
      for (Account account : open(directory.id()).accounts(names, further)) {
        holders
            .computeIfAbsent(account.name(), name -> new ArrayList<>())
            .add(new Holder(directory, account));
      }
    }
    return holders;
  }

  /** Hands on every account of every one of them. */
  public void each(BiConsumer<TargetDirectory, Account> account) {
    for (TargetDirectory directory : all()) {
      try (Cursor<Account> accounts = open(directory.id()).accounts()) {
        accounts.forEachRemaining(one -> account.accept(directory, one));
      }
    }
  }

  /** The groups of one of them; none when it is gone. */
  public List<GroupName> groups(long directory) {
    List<GroupName> groups = new ArrayList<>();
    if (isThere(directory)) {
      try (Cursor<GroupName> cursor = open(directory).groups()) {
        cursor.forEachRemaining(groups::add);
      }
    }
    return groups;
  }

  /** Who of some people is a direct member of a group of one of them. */
  public Set<AccountName> members(long directory, GroupName group, Set<AccountName> some) {
    Set<AccountName> members = new HashSet<>();
    if (isThere(directory)) {
      try (Cursor<AccountName> cursor = open(directory).members(group)) {
        cursor.forEachRemaining(
            member -> Optional.of(member).filter(some::contains).ifPresent(members::add));
      }
    }
    return members;
  }

  private boolean isThere(long id) {
    return all().stream().anyMatch(directory -> directory.id() == id);
  }

  private DirectoryTarget open(long id) {
    return opened.computeIfAbsent(id, directories::open);
  }
}
