package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads one object of a list. */
@FunctionalInterface
interface RecordParser<T> {
  /**
   * Reads the object at whose beginning the parser stands, up to its end.
   *
   * @return null when the object has no id
   */
  T parse(JsonParser json) throws IOException;
}
