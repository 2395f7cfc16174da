package org.oktasync.run;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsUrl;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;

/** What is looked at in the settings of Assets before they are saved, beyond single values. */
final class AssetsDraft {
  private AssetsDraft() {}

  /** The settings with the address as it is stored; one that cannot be read stays as typed. */
  static ConnectionSettings normalised(ConnectionSettings settings) {
    AssetsSettings assets = settings.assets();
    if (assets.url().isBlank()) {
      return settings.withAssets(assets.at(""));
    }
    String url = AssetsUrl.parse(assets.url()).url();
    return url.isEmpty() ? settings : settings.withAssets(assets.at(url));
  }

  /** What is wrong with the token, given the settings that it would be used with. */
  static List<FieldProblem> check(ConnectionDraft draft, Connection present) {
    List<FieldProblem> problems = new ArrayList<>();
    AssetsSettings wanted = normalised(draft.settings()).assets();
    if (draft.assetsToken() != null) {
      return problems;
    }
    if (present.assetsToken().isSet() && leaves(present.settings().assets(), wanted)) {
      problems.add(FieldProblem.of("assets.token", "assets-token-other-site"));
    } else if (!present.assetsToken().isSet() && wanted.enabled()) {
      problems.add(FieldProblem.of("assets.token", "assets-token-missing"));
    }
    return problems;
  }

  /** Whether a token that one site gave would be sent to another one. */
  private static boolean leaves(AssetsSettings before, AssetsSettings after) {
    boolean moved = after.isExternal() && !before.url().equals(after.url());
    return moved || before.isExternal() != after.isExternal();
  }
}
