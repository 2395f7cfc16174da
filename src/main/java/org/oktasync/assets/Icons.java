package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Finds an icon, without which Assets makes no object type. */
final class Icons {
  private final AssetsCalls calls;
  private List<JsonNode> known;

  Icons(AssetsCalls calls) {
    this.calls = calls;
  }

  /**
   * The id of the icon with the first of these names that there is, else of any.
   *
   * @throws TargetException {@code FATAL} when there is none at all
   */
  String find(List<String> names, StopSignal stop) {
    if (known == null) {
      known = SchemaReader.elements(calls.json(AssetsRequest.get("icon/global"), stop), "icons");
    }
    return names.stream()
        .map(this::named)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> known.stream().findFirst())
        .map(icon -> Ids.of(icon, "id"))
        .orElseThrow(() -> new TargetException(Kind.FATAL, Message.of("assets-no-icons"), null));
  }

  private Optional<JsonNode> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(icon -> icon.path("name").asText().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
