package org.oktasync.mapping;

/** A rule of a mapping that cannot be used as it is written. */
public final class InvalidMappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String detail;

  /**
   * @param code stable code
   * @param detail what the text of the code speaks of; may be empty
   */
  public InvalidMappingException(String code, String detail) {
    super(code + " " + detail);
    this.code = code;
    this.detail = detail;
  }

  /** Stable code, for example {@code regex-illegal}. */
  public String code() {
    return code;
  }

  /** What the text of the code speaks of; may be empty. */
  public String detail() {
    return detail;
  }
}
