package com.atlassian.crowd.embedded.impl;

import com.atlassian.crowd.embedded.api.User;
import java.io.Serializable;
import java.util.Comparator;

/** A user record that does not change; equal by directory and lower-case name. */
public class ImmutableUser implements User, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<User> ORDER =
      Comparator.comparing((User user) -> IdentifierUtils.toLowerCase(user.getName()))
          .thenComparingLong(User::getDirectoryId);

  private final long directoryId;
  private final String name;
  private final String displayName;
  private final String emailAddress;
  private final boolean active;

  private ImmutableUser(Builder from) {
    directoryId = from.directoryId;
    name = from.name;
    displayName = from.displayName;
    emailAddress = from.emailAddress;
    active = from.active;
  }

  public static ImmutableUser from(User user) {
    return newUser(user).toUser();
  }

  public static Builder newUser() {
    return new Builder();
  }

  public static Builder newUser(User user) {
    return new Builder()
        .directoryId(user.getDirectoryId())
        .name(user.getName())
        .displayName(user.getDisplayName())
        .emailAddress(user.getEmailAddress())
        .active(user.isActive());
  }

  @Override
  public long getDirectoryId() {
    return directoryId;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  @Override
  public String getEmailAddress() {
    return emailAddress;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public int compareTo(User other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof User that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return IdentifierUtils.toLowerCase(name).hashCode() * 31 + Long.hashCode(directoryId);
  }

  @Override
  public String toString() {
    return name + "@" + directoryId;
  }

  /** Collects a user's fields. */
  public static final class Builder {
    private long directoryId;
    private String name;
    private String displayName;
    private String emailAddress;
    private boolean active;

    public Builder() {}

    public ImmutableUser toUser() {
      return new ImmutableUser(this);
    }

    public Builder directoryId(long directoryId) {
      this.directoryId = directoryId;
      return this;
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder displayName(String displayName) {
      this.displayName = displayName;
      return this;
    }

    public Builder emailAddress(String emailAddress) {
      this.emailAddress = emailAddress;
      return this;
    }

    public Builder active(boolean active) {
      this.active = active;
      return this;
    }
  }
}
