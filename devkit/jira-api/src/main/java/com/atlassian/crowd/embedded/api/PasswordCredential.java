package com.atlassian.crowd.embedded.api;

import java.io.Serializable;
import java.util.Objects;

/** A password, as typed or already encrypted; printing it shows nothing of it. */
public class PasswordCredential implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Encrypted text that no password matches: an account that holds it cannot sign in. */
  public static final PasswordCredential NONE = encrypted("X");

  public static final String SANITISED_PASSWORD = "********";

  protected String credential;
  private boolean encryptedCredential;

  @Deprecated
  public PasswordCredential() {}

  public PasswordCredential(PasswordCredential other) {
    this(other.credential, other.encryptedCredential);
  }

  public PasswordCredential(String credential) {
    this(credential, false);
  }

  public PasswordCredential(String credential, boolean encryptedCredential) {
    this.credential = credential;
    this.encryptedCredential = encryptedCredential;
  }

  public static PasswordCredential encrypted(String encryptedCredential) {
    return new PasswordCredential(encryptedCredential, true);
  }

  public static PasswordCredential unencrypted(String credential) {
    return new PasswordCredential(credential, false);
  }

  public String getCredential() {
    return credential;
  }

  public void setCredential(String credential) {
    this.credential = credential;
  }

  public boolean isEncryptedCredential() {
    return encryptedCredential;
  }

  @Deprecated
  public void setEncryptedCredential(boolean encryptedCredential) {
    this.encryptedCredential = encryptedCredential;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordCredential that
        && encryptedCredential == that.encryptedCredential
        && Objects.equals(credential, that.credential);
  }

  @Override
  public int hashCode() {
    return Objects.hash(credential, encryptedCredential);
  }

  @Override
  public String toString() {
    return "PasswordCredential[" + SANITISED_PASSWORD + "]";
  }
}
