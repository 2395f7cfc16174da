package org.oktasync.okta;

import java.io.IOException;
import java.io.InputStream;

/** Makes something of an answer while its body is still coming. */
@FunctionalInterface
interface AnswerReader<T> {
  /** Reads the answer; the body is closed by the caller. */
  T read(OktaAnswer answer, InputStream body) throws IOException;
}
