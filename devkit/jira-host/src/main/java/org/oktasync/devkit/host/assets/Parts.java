package org.oktasync.devkit.host.assets;

import java.time.Clock;
import java.util.List;
import org.oktasync.devkit.host.security.Accounts;

/** What the calls work with. */
record Parts(
    CatalogStore catalogs,
    ObjectStore objects,
    ValueRules rules,
    Accounts accounts,
    Clock clock,
    AssetsOptions options) {

  AssetsJson json(Call call) {
    return new AssetsJson(call.catalog(), call.base());
  }

  /** The forms of entries after a change. */
  AssetsJson jsonNow(Call call) {
    return new AssetsJson(catalogs.current(), call.base());
  }

  ObjectViews views(Call call, List<StoredObject> shown) {
    return new ObjectViews(call.catalog(), json(call), objects, accounts, shown);
  }

  /** Refuses the characters that names of schemas and types, and strictly labels, do not have. */
  static String checkedName(Body body, String field, String absent) {
    String name = absent == null ? body.required(field) : body.text(field, absent).strip();
    if (ValueRules.RESERVED.matcher(name).find()) {
      throw Refusal.field(field, "The characters = ; : ? . \" are reserved");
    }
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw Refusal.field(field, "A name has between 1 and " + NAME_LENGTH + " characters");
    }
    return name;
  }

  /** A description; strictly no longer than this. */
  String checkedDescription(Body body, String absent, int longest) {
    String description = body.text("description", absent);
    if (options.strict() && description != null && description.length() > longest) {
      throw Refusal.field("description", "A description has at most " + longest + " characters");
    }
    return description;
  }

  private static final int NAME_LENGTH = 255;
}
