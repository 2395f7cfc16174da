package com.atlassian.crowd.model.user;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A user's record to write; starts inactive. Equal by directory and lower-case name. */
public class UserTemplate implements User, Serializable {
  private static final long serialVersionUID = 1L;

  private static final long NO_DIRECTORY = -1L;
  private static final Comparator<com.atlassian.crowd.embedded.api.User> ORDER =
      Comparator.comparing(
              (com.atlassian.crowd.embedded.api.User user) ->
                  IdentifierUtils.toLowerCase(user.getName()))
          .thenComparingLong(com.atlassian.crowd.embedded.api.User::getDirectoryId);

  private String name;
  private long directoryId;
  private boolean active;
  private String emailAddress;
  private String firstName;
  private String lastName;
  private String displayName;
  private String externalId;

  public UserTemplate(String name, long directoryId) {
    this.name = Objects.requireNonNull(name, "name");
    this.directoryId = directoryId;
  }

  public UserTemplate(String name) {
    this(name, NO_DIRECTORY);
  }

  public UserTemplate(User user) {
    this((com.atlassian.crowd.embedded.api.User) user);
    this.firstName = user.getFirstName();
    this.lastName = user.getLastName();
    this.externalId = user.getExternalId();
  }

  public UserTemplate(String name, String firstName, String lastName, String displayName) {
    this(name);
    this.firstName = firstName;
    this.lastName = lastName;
    this.displayName = displayName;
  }

  public UserTemplate(com.atlassian.crowd.embedded.api.User user) {
    this(user.getName(), user.getDirectoryId());
    this.active = user.isActive();
    this.emailAddress = user.getEmailAddress();
    this.displayName = user.getDisplayName();
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
  public String getEmailAddress() {
    return emailAddress;
  }

  public void setEmailAddress(String emailAddress) {
    this.emailAddress = emailAddress;
  }

  @Override
  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  @Override
  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String getExternalId() {
    return externalId;
  }

  public void setExternalId(String externalId) {
    this.externalId = externalId;
  }

  @Override
  public int compareTo(com.atlassian.crowd.embedded.api.User other) {
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
}
