package com.atlassian.crowd.exception;

/** The account is switched off and cannot sign in. */
public class InactiveAccountException extends FailedAuthenticationException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public InactiveAccountException(String name) {
    this(name, null);
  }

  public InactiveAccountException(String name, Throwable cause) {
    super("Account <" + name + "> is inactive", cause);
    this.name = name;
  }

  public String getName() {
    return name;
  }
}
