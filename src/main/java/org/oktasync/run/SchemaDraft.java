package org.oktasync.run;

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
 * @param notices what a person should know
 */
public record SchemaDraft(
    SchemaPlan plan,
    List<String> clashes,
    String mapping,
    List<String> additions,
    List<Renaming> renamings,
    List<Message> notices) {
  public SchemaDraft {
    clashes = List.copyOf(clashes);
    additions = List.copyOf(additions);
    renamings = List.copyOf(renamings);
    notices = List.copyOf(notices);
  }

  /**
   * What is wanted of a build.
   *
   * @param additions whether fields that are new in Okta get lines and attributes; always so while
   *     there is no mapping
   * @param renamings which of the attributes that Okta calls otherwise are renamed, by their
   *     present names with their types, as {@code type/name}
   */
  public record Wish(boolean additions, Set<String> renamings) {
    public Wish {
      renamings = Set.copyOf(renamings);
    }

    boolean wants(Renaming renaming) {
      return renamings.contains(renaming.type() + "/" + renaming.from());
    }
  }

  /** Whether something has to be settled first. */
  public boolean isBlocked() {
    return !clashes.isEmpty();
  }
}
