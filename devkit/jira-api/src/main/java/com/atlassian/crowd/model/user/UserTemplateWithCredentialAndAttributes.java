package com.atlassian.crowd.model.user;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A user's record for bulk creation: with attributes and password. */
public class UserTemplateWithCredentialAndAttributes extends UserTemplateWithAttributes {
  private static final long serialVersionUID = 1L;

  private final PasswordCredential credential;
  private Date createdDate;
  private Date updatedDate;

  public UserTemplateWithCredentialAndAttributes(
      String name, long directoryId, PasswordCredential credential) {
    super(name, directoryId);
    this.credential = credential;
  }

  public UserTemplateWithCredentialAndAttributes(User user, PasswordCredential credential) {
    super(user);
    this.credential = credential;
  }

  public UserTemplateWithCredentialAndAttributes(
      User user, Map<String, Set<String>> attributes, PasswordCredential credential) {
    super(user);
    this.credential = credential;
    getAttributes().putAll(attributes);
  }

  public PasswordCredential getCredential() {
    return credential;
  }

  public List<PasswordCredential> getCredentialHistory() {
    return List.of();
  }

  public Date getCreatedDate() {
    return createdDate;
  }

  public void setCreatedDate(Date createdDate) {
    this.createdDate = createdDate;
  }

  public Date getUpdatedDate() {
    return updatedDate;
  }

  public void setUpdatedDate(Date updatedDate) {
    this.updatedDate = updatedDate;
  }
}
