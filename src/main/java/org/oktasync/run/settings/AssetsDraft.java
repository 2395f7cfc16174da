package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsType;
import org.oktasync.config.AssetsTypes;
import org.oktasync.config.AssetsUrl;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.mapping.assets.KeyConflict;
import org.oktasync.mapping.assets.KeyConflicts;
import org.oktasync.mapping.assets.MappingError;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.TypeNames;

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

  /** A mapping with errors, or with two keys for one thing, is kept while nothing is written. */
  private static List<FieldProblem> mapping(AssetsSettings wanted) {
    if (!wanted.enabled()) {
      return List.of();
    }
    List<MappingError> errors = MappingParser.parse(wanted.mapping()).errors();
    return errors.isEmpty() ? conflicts(wanted) : List.of(problem(errors));
  }

  private static FieldProblem problem(List<MappingError> errors) {
    MappingError first = errors.get(0);
    return FieldProblem.of(
        "assets.mapping", "assets-mapping-errors", errors.size(), first.line(), first.column());
  }

  private static List<FieldProblem> conflicts(AssetsSettings wanted) {
    TypeNames names = TypeNames.byHeading(wanted.usersType());
    List<KeyConflict> found = KeyConflicts.find(wanted.mapping(), names);
    return found.stream()
        .limit(1)
        .map(
            first ->
                FieldProblem.of(
                    "assets.mapping",
                    "assets-mapping-conflicts",
                    found.size(),
                    first.place().line()))
        .toList();
  }

  /** Whether a token that one site gave would be sent to another one. */
  private static boolean leaves(AssetsSettings before, AssetsSettings after) {
    boolean moved = after.isExternal() && !before.url().equals(after.url());
    return moved || before.isExternal() != after.isExternal();
  }
}
