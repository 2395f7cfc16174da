package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Set;
import org.oktasync.model.SourceValue;

/** Reads whole objects, without the fields that hold secrets. */
final class ObjectParser implements RecordParser<SourceValue.Fields> {
  /** Okta shows the secrets of applications and hooks to whoever may read these. */
  private static final Set<String> SECRETS =
      Set.of(
          "client_secret",
          "clientSecret",
          "password",
          "recovery_question",
          "secret",
          "sharedSecret",
          "privateKey",
          "private_key");

  @Override
  public SourceValue.Fields parse(JsonParser json) throws IOException {
    return JsonValues.object(json, SECRETS);
  }
}
