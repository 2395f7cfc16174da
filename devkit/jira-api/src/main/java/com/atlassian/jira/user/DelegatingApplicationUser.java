package com.atlassian.jira.user;

import com.atlassian.crowd.embedded.api.User;
import java.util.Objects;

/** A Jira user over a directory's record; equal by key. */
public class DelegatingApplicationUser implements ApplicationUser {
  private static final long serialVersionUID = 1L;

  private final Long id;
  private final String key;
  private final transient User user;

  public DelegatingApplicationUser(Long id, String key, User user) {
    this.id = id;
    this.key = Objects.requireNonNull(key, "key");
    this.user = Objects.requireNonNull(user, "user");
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getUsername() {
    return user.getName();
  }

  @Override
  public String getName() {
    return user.getName();
  }

  @Override
  public long getDirectoryId() {
    return user.getDirectoryId();
  }

  @Override
  public boolean isActive() {
    return user.isActive();
  }

  @Override
  public String getEmailAddress() {
    return user.getEmailAddress();
  }

  @Override
  public String getDisplayName() {
    return user.getDisplayName();
  }

  @Override
  public User getDirectoryUser() {
    return user;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApplicationUser that && key.equals(that.getKey());
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return getUsername() + "(" + key + ")";
  }
}
