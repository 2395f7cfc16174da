package com.atlassian.crowd.model.group;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A group's record to write; starts active. Equal by directory and lower-case name. */
public class GroupTemplate implements Group, Serializable {
  private static final long serialVersionUID = 1L;

  private static final long NO_DIRECTORY = -1L;
  private static final Comparator<Group> ORDER =
      Comparator.comparing((Group group) -> IdentifierUtils.toLowerCase(group.getName()))
          .thenComparingLong(Group::getDirectoryId);

  private String name;
  private long directoryId;
  private GroupType type;
  private boolean active = true;
  private String description;
  private boolean local;
  private String externalId;

  public GroupTemplate(String name, long directoryId, GroupType type) {
    this.name = Objects.requireNonNull(name, "name");
    this.directoryId = directoryId;
    this.type = Objects.requireNonNull(type, "type");
  }

  public GroupTemplate(String name) {
    this(name, NO_DIRECTORY);
  }

  public GroupTemplate(String name, long directoryId) {
    this(name, directoryId, GroupType.GROUP);
  }

  public GroupTemplate(Group group) {
    this(group.getName(), group.getDirectoryId(), group.getType());
    this.active = group.isActive();
    this.description = group.getDescription();
    this.externalId = group.getExternalId();
  }

  public GroupTemplate withDirectoryId(long directoryId) {
    GroupTemplate copy = new GroupTemplate(this);
    copy.local = local;
    copy.directoryId = directoryId;
    return copy;
  }

  @Override
  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  @Override
  public long getDirectoryId() {
    return directoryId;
  }

  public void setDirectoryId(long directoryId) {
    this.directoryId = directoryId;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  @Override
  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  @Override
  public GroupType getType() {
    return type;
  }

  public void setType(GroupType type) {
    this.type = type;
  }

  public boolean isLocal() {
    return local;
  }

  public void setLocal(boolean local) {
    this.local = local;
  }

  @Override
  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Group that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return IdentifierUtils.toLowerCase(name).hashCode() * 31 + Long.hashCode(directoryId);
  }

  @Override
  public String toString() {
    return name + "@" + directoryId;
  }
}
