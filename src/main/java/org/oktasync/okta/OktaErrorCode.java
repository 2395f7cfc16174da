package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** Finds Okta's own code in the body of a refusal; nothing else of the body is used. */
final class OktaErrorCode {
  /** The organisation lacks the feature that was asked for. */
  static final String FEATURE_MISSING = "E0000015";

  private static final int MOST_BYTES = 65_536;

  private final JsonFactory json = new JsonFactory();

  /** The code, for example {@code E0000007}; empty when the body has none. */
  String of(OktaAnswer answer, InputStream body) {
    if (!answer.mayBeJson()) {
      return "";
    }
    try (JsonParser at = json.createParser(body.readNBytes(MOST_BYTES))) {
      return at.nextToken() == JsonToken.START_OBJECT ? find(at) : "";
    } catch (IOException e) {
      // The status tells what was refused; a body that cannot be read adds nothing.
      return "";
    }
  }

  private static String find(JsonParser at) throws IOException {
    while (at.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = at.currentName().equals("errorCode");
      JsonToken value = at.nextToken();
      if (wanted && value == JsonToken.VALUE_STRING) {
        return at.getText();
      }
      at.skipChildren();
    }
    return "";
  }
}
