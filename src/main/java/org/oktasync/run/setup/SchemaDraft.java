package org.oktasync.run.setup;

import java.util.List;
import java.util.Set;
import org.oktasync.model.Message;
import org.oktasync.plan.schema.SchemaPlan;
import org.oktasync.plan.schema.SchemaPlan.Renaming;

/**
 * What building a schema would come to.
 *
 * @param plan the steps
 * @param clashes names of types that are in the schema already, and that nobody said may be filled
 * @param mapping the mapping text that the connection would have afterwards
 * @param additions lines that this text has more than the present one
 * @param renamings attributes that Okta calls otherwise by now
 * @param renamed what somebody renamed in Assets, and settings or the mapping name as before
 * @param disputed names that a type had before and another one has now
 * @param notices what a person should know
 */
public record SchemaDraft(
    SchemaPlan plan,
    List<String> clashes,
    String mapping,
    List<String> additions,
    List<Renaming> renamings,
    List<Renamed> renamed,
    List<Disputed> disputed,
    List<Message> notices) {
  public SchemaDraft {
    clashes = List.copyOf(clashes);
    additions = List.copyOf(additions);
    renamings = List.copyOf(renamings);
    renamed = List.copyOf(renamed);
    disputed = List.copyOf(disputed);
    notices = List.copyOf(notices);
  }

  /**
   * A type or an attribute that has another name in Assets by now.
   *
   * @param type what its type is called now
   * @param attribute what the attribute is called now; empty when the type is meant
   * @param was as settings or the mapping name it
   */
  public record Renamed(String type, String attribute, String was) {}

  /**
   * A name that two types could be meant by.
   *
   * @param name the name
   * @param now what the type is called now that had it before
   */
  public record Disputed(String name, String now) {}

  /**
   * What is wanted of a build.
   *
   * @param additions whether fields that are new in Okta get lines and attributes; always so while
   *     there is no mapping
   * @param renamings which of the attributes that Okta calls otherwise are renamed, by their
   *     present names with their types, as {@code type/name}
   * @param names whether settings and mapping take over what somebody renamed in Assets
   */
  public record Wish(boolean additions, Set<String> renamings, boolean names) {
    public Wish {
      renamings = Set.copyOf(renamings);
    }

    /** Everything stays as it is called. */
    public Wish(boolean additions, Set<String> renamings) {
      this(additions, renamings, false);
    }

    boolean wants(Renaming renaming) {
      return renamings.contains(renaming.type() + "/" + renaming.from());
    }
  }

  /** The same draft, made after these names were taken over. */
  SchemaDraft renamed(List<Renamed> names) {
    return new SchemaDraft(plan, clashes, mapping, additions, renamings, names, disputed, notices);
  }

  /** Whether something has to be settled first. */
  public boolean isBlocked() {
    return !clashes.isEmpty() || !disputed.isEmpty();
  }
}
