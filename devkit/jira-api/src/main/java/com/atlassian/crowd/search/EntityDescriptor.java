package com.atlassian.crowd.search;

import com.atlassian.crowd.model.group.GroupType;
import java.util.Objects;

/** Names the kind of entity that a search returns or matches. */
public class EntityDescriptor {
  private final Entity entityType;
  private final GroupType groupType;

  public EntityDescriptor(Entity entityType) {
    this(entityType, null);
  }

  private EntityDescriptor(Entity entityType, GroupType groupType) {
    this.entityType = Objects.requireNonNull(entityType, "entityType");
    this.groupType = groupType;
  }

  public static EntityDescriptor group(GroupType type) {
    return new EntityDescriptor(Entity.GROUP, type);
  }

  public static EntityDescriptor group() {
    return group(GroupType.GROUP);
  }

  public static EntityDescriptor user() {
    return new EntityDescriptor(Entity.USER);
  }

  public static EntityDescriptor directory() {
    return new EntityDescriptor(Entity.DIRECTORY);
  }

  public Entity getEntityType() {
    return entityType;
  }

  /** Null for everything but groups. */
  public GroupType getGroupType() {
    return groupType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityDescriptor that
        && entityType == that.entityType
        && groupType == that.groupType;
  }

  @Override
  public int hashCode() {
    return Objects.hash(entityType, groupType);
  }

  @Override
  public String toString() {
    return groupType == null ? entityType.name() : entityType + ":" + groupType;
  }
}
