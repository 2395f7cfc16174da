package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.target.Directories;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The user directories of this Jira. */
public final class JiraDirectories implements Directories {
  private static final String IMPLEMENTATION = "com.atlassian.crowd.directory.InternalDirectory";
  private static final String ENCRYPTION = "atlassian-security";

  private final CrowdDirectoryService directories;
  private final DirectoryManager crowd;
  private final UserKeys keys;
  private final UserProperties properties;
  private final SyncLog log;

  /**
   * All of Jira's services are asked anew at each call; nothing is kept.
   *
   * @param log the product's log
   */
  public JiraDirectories(
      CrowdDirectoryService directories,
      DirectoryManager crowd,
      UserKeys keys,
      UserProperties properties,
      SyncLog log) {
    this.directories = directories;
    this.crowd = crowd;
    this.keys = keys;
    this.properties = properties;
    this.log = log;
  }

  @Override
  public List<TargetDirectory> all() {
    List<TargetDirectory> all = new ArrayList<>();
    for (Directory directory : JiraCalls.ask("", directories::findAllDirectories)) {
      all.add(
          new TargetDirectory(
              directory.getId(),
              directory.getName(),
              DirectoryObstacles.type(directory),
              directory.isActive(),
              all.size(),
              DirectoryObstacles.of(directory)));
    }
    return List.copyOf(all);
  }

  @Override
  public Optional<TargetDirectory> find(long id) {
    return all().stream().filter(directory -> directory.id() == id).findFirst();
  }

  @Override
  public TargetDirectory create(String name) {
    String wanted = IdentifierUtils.toLowerCase(name.strip());
    boolean taken =
        all().stream().anyMatch(other -> IdentifierUtils.toLowerCase(other.name()).equals(wanted));
    if (taken) {
      throw new TargetException(Kind.CONFLICT, Message.of("directory-name-taken", name), null);
    }
    Directory made = JiraCalls.ask(name, () -> directories.addDirectory(template(name.strip())));
    putLast(made);
    TargetDirectory last = last();
    if (last.id() != made.getId()) {
      removeAgain(made);
      throw new TargetException(Kind.DENIED, Message.of("directory-not-last", name), null);
    }
    return last;
  }

  @Override
  public void setActive(long id, boolean active) {
    Directory present = JiraCalls.ask("", () -> directories.findDirectoryById(id));
    if (present == null) {
      throw new TargetException(Kind.NOT_FOUND, Message.of("directory-missing", id), null);
    }
    ImmutableDirectory.Builder changed = ImmutableDirectory.newBuilder(present);
    changed.setActive(active);
    JiraCalls.order(present.getName(), () -> directories.updateDirectory(changed.toDirectory()));
  }

  @Override
  public void remove(long id) {
    String name = find(id).map(TargetDirectory::name).orElse("");
    JiraCalls.order(name, () -> directories.removeDirectory(id));
  }

  @Override
  public MembershipAggregation aggregation() {
    try {
      return directories.isMembershipAggregationEnabled()
          ? MembershipAggregation.ON
          : MembershipAggregation.OFF;
    } catch (RuntimeException | LinkageError e) {
      log.debug("Whether memberships add up cannot be asked: %s", JiraFailures.detail(e));
      return MembershipAggregation.UNKNOWN;
    }
  }

  @Override
  public DirectoryTarget open(long id) {
    return new JiraDirectoryTarget(directories, crowd, keys, properties, id, log);
  }

  private void putLast(Directory made) {
    int position = all().size() - 1;
    if (last().id() != made.getId()) {
      JiraCalls.order(
          made.getName(), () -> directories.setDirectoryPosition(made.getId(), position));
    }
  }

  private TargetDirectory last() {
    List<TargetDirectory> all = all();
    return all.get(all.size() - 1);
  }

  /** It is empty still; left where it is, it would shadow the accounts of directories after it. */
  private void removeAgain(Directory made) {
    JiraCalls.order(made.getName(), () -> directories.removeDirectory(made.getId()));
  }

  private static Directory template(String name) {
    ImmutableDirectory.Builder builder = ImmutableDirectory.newBuilder();
    builder.setName(name);
    builder.setType(DirectoryType.INTERNAL);
    builder.setImplementationClass(IMPLEMENTATION);
    builder.setActive(true);
    builder.setAllowedOperations(EnumSet.allOf(OperationType.class));
    builder.setEncryptionType(ENCRYPTION);
    builder.setAttributes(Map.of("user_encryption_method", ENCRYPTION, "useNestedGroups", "false"));
    return builder.toDirectory();
  }
}
