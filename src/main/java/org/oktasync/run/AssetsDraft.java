package org.oktasync.run;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsType;
import org.oktasync.config.AssetsTypes;
import org.oktasync.config.AssetsUrl;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.mapping.assets.MappingError;
import org.oktasync.mapping.assets.MappingParser;

/** What is looked at in the settings of Assets before they are saved, beyond single values. */
final class AssetsDraft {
  private AssetsDraft() {}

  /**
   * The settings as they are stored: the address in one spelling, one that cannot be read as typed;
   * no type settled that is meant under another name or in another schema than before.
   */
  static ConnectionSettings normalised(ConnectionSettings settings, ConnectionSettings before) {
    AssetsSettings assets = settings.assets();
    String typed = assets.url().strip();
    String url = typed.isEmpty() ? "" : AssetsUrl.parse(typed).url();
    AssetsSettings at = typed.isEmpty() || !url.isEmpty() ? assets.at(url) : assets;
    return settings.withAssets(at.with(types(at, before.assets())));
  }

  private static AssetsTypes types(AssetsSettings wanted, AssetsSettings before) {
    boolean sameSchema = wanted.schemaId().equals(before.schemaId()) && !leaves(before, wanted);
    AssetsTypes types = wanted.types();
    AssetsTypes old = before.types();
    return new AssetsTypes(
        type(types.users(), old.users(), sameSchema),
        type(types.groups(), old.groups(), sameSchema),
        type(types.roles(), old.roles(), sameSchema),
        type(types.apps(), old.apps(), sameSchema),
        type(types.devices(), old.devices(), sameSchema));
  }

  private static AssetsType type(AssetsType wanted, AssetsType before, boolean sameSchema) {
    AssetsType stripped = new AssetsType(wanted.on(), wanted.name().strip(), wanted.settled());
    return stripped.settled(
        stripped.settled() && sameSchema && stripped.name().equals(before.name()));
  }

  /** What is wrong with the mapping, and with the token that the settings would be used with. */
  static List<FieldProblem> check(ConnectionDraft draft, Connection present) {
    AssetsSettings before = present.settings().assets();
    AssetsSettings wanted = normalised(draft.settings(), present.settings()).assets();
    List<FieldProblem> problems = new ArrayList<>(mapping(wanted));
    if (draft.assetsToken() != null) {
      return problems;
    }
    if (present.assetsToken().isSet() && leaves(before, wanted)) {
      problems.add(FieldProblem.of("assets.token", "assets-token-other-site"));
    } else if (!present.assetsToken().isSet() && wanted.enabled()) {
      problems.add(FieldProblem.of("assets.token", "assets-token-missing"));
    }
    return problems;
  }

  /** A mapping that has errors is kept while nothing is written by it. */
  private static List<FieldProblem> mapping(AssetsSettings wanted) {
    List<MappingError> errors = MappingParser.parse(wanted.mapping()).errors();
    return !wanted.enabled() || errors.isEmpty()
        ? List.of()
        : List.of(
            FieldProblem.of(
                "assets.mapping",
                "assets-mapping-errors",
                errors.size(),
                errors.get(0).line(),
                errors.get(0).column()));
  }

  /** Whether a token that one site gave would be sent to another one. */
  private static boolean leaves(AssetsSettings before, AssetsSettings after) {
    boolean moved = after.isExternal() && !before.url().equals(after.url());
    return moved || before.isExternal() != after.isExternal();
  }
}
