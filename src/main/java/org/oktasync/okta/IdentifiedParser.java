package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.oktasync.model.SourceValue;

/** Reads whole objects that must have an id. */
final class IdentifiedParser implements RecordParser<SourceValue.Fields> {
  private final ObjectParser whole = new ObjectParser();

  @Override
  public SourceValue.Fields parse(JsonParser json) throws IOException {
    SourceValue.Fields object = whole.parse(json);
    return TreePath.id(object).isBlank() ? null : object;
  }
}
