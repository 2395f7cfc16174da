package org.oktasync.run.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;

/**
 * What settings, saved or not, make of the groups of the source. Nothing of it is written anywhere.
 *
 * @param total how many groups of the source the search found
 * @param groups the first of them, by name, each with what becomes of it by itself
 * @param rows the rows of the settings, in their order
 * @param sample what becomes of a name that somebody typed; empty when none was typed
 */
public record GroupPreview(long total, List<Shown> groups, List<Row> rows, Optional<Named> sample) {
  public GroupPreview {
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
  }

  /** What becomes of a group of the source on the fly. */
  public enum Standing {
    /** It becomes a group of Jira. */
    TAKEN,
    /** The settings leave it out. */
    LEFT_OUT,
    /** The source makes it by itself, and the settings do not want those. */
    BUILT_IN,
    /** It has no name that Jira could take. */
    UNUSABLE
  }

  /** Whose a group name is in Jira. */
  public enum Holder {
    /** Nobody's: the group would be made. */
    FREE,
    /** The connection's own. */
    OURS,
    /** A group of the target directory that the connection does not own. */
    UNOWNED,
    /** A group of another directory. */
    ELSEWHERE
  }

  /**
   * A name on its way to Jira.
   *
   * @param name the group's name in Jira; empty when there is none
   * @param why there is none; empty when there is one
   */
  public record Named(Optional<GroupName> name, Optional<Message> why) {}

  /**
   * The group of Jira that something becomes.
   *
   * @param guarded whether its name is protected, so that no run fills it
   * @param opens the applications that it opens
   */
  public record Target(GroupName name, Holder holder, boolean guarded, List<Opening> opens) {}

  /**
   * An application that a group opens.
   *
   * @param seats how many people its licence allows; 0 when there is no limit
   * @param used how many use a seat now
   * @param more how many more there could be at most, as far as the source counts members
   */
  public record Opening(String application, long seats, long used, OptionalLong more) {}

  /** A group of the source, and what becomes of it on the fly. */
  public record Shown(
      SourceGroup source, Standing standing, Optional<Target> target, Optional<Message> why) {}

  /**
   * A row of the settings.
   *
   * @param source the group of the source; empty when it has none of this id
   * @param target empty when the row's name is none
   */
  public record Row(Optional<SourceGroup> source, Optional<Target> target) {}
}
