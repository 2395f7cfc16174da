package com.atlassian.crowd.exception;

/** The object does not exist. */
public class ObjectNotFoundException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public ObjectNotFoundException() {}

  @SuppressWarnings("rawtypes")
  public ObjectNotFoundException(Class type, Object identifier) {
    super(type.getSimpleName() + " <" + identifier + "> does not exist");
  }

  public ObjectNotFoundException(String message) {
    super(message);
  }

  public ObjectNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }

  public ObjectNotFoundException(Throwable cause) {
    super(cause);
  }
}
