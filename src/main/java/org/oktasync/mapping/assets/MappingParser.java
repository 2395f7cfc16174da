package org.oktasync.mapping.assets;

/** Reads mapping texts. */
public final class MappingParser {
  private MappingParser() {}

  /**
   * What a text says. Total: any text gives an answer, never an exception.
   *
   * @param text lines that end in LF, CRLF or CR
   */
  public static ParsedMapping parse(String text) {
    return MappingText.read(text).parsed();
  }
}
