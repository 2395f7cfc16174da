package org.oktasync.devkit.oktaorg;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Control calls that let things happen: random changes, a given history, a clock that is wrong. */
final class ChangesControl {
  private final History history;
  private final Churn churn;
  private final OrgClock clock;

  ChangesControl(History history, Churn churn, OrgClock clock) {
    this.history = history;
    this.churn = churn;
    this.clock = clock;
  }

  void register(Router router) {
    router
        .on("POST", "/control/changes", (call, args) -> random(call))
        .on("POST", "/control/history", (call, args) -> play(call))
        .on("POST", "/control/clock", (call, args) -> skew(call));
  }

  private Answer random(Call call) {
    Map<String, String> wish = call.query();
    int count = Integer.parseInt(wish.getOrDefault("count", "1"));
    long seed = Long.parseLong(wish.getOrDefault("seed", "1"));
    return Answer.of(churn.make(count, seed, kinds(wish.get("kinds"))));
  }

  private static Set<Change.Kind> kinds(String names) {
    Set<Change.Kind> kinds = EnumSet.noneOf(Change.Kind.class);
    if (names == null) {
      return Churn.EVERYDAY;
    }
    Arrays.stream(names.split(",", -1)).map(Change.Kind::valueOf).forEach(kinds::add);
    return kinds;
  }

  private Answer play(Call call) {
    return Answer.of(history.play(Json.changes(call.body())));
  }

  private Answer skew(Call call) {
    clock.setSkew(Duration.ofSeconds(Long.parseLong(call.query().getOrDefault("skew", "0"))));
    return Answer.empty(204);
  }
}
