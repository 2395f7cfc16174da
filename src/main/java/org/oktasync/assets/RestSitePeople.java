package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.target.SitePeople;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The people of another Jira, found by its REST interface. For one thread. */
public final class RestSitePeople implements SitePeople {
  private static final int MOST = 50;

  private final AssetsCalls calls;
  private final StopSignal stop;

  /**
   * @param stop ends every wait
   */
  public RestSitePeople(AssetsAccess access, AssetsHttp http, Pacer pacer, StopSignal stop) {
    this.calls = new AssetsCalls(access, http, pacer);
    this.stop = stop;
  }

  @Override
  public Optional<AssetsUser> find(String emailOrName) {
    List<JsonNode> found = new ArrayList<>();
    AssetsRequest search =
        AssetsRequest.get("user/search")
            .with("username", emailOrName)
            .with("includeInactive", false)
            .with("maxResults", MOST);
    calls.jira(search, stop).forEach(found::add);
    List<AssetsUser> byEmail =
        found.stream()
            .filter(user -> user.path("emailAddress").asText("").equalsIgnoreCase(emailOrName))
            .flatMap(user -> active(user).stream())
            .toList();
    return byEmail.isEmpty() ? named(emailOrName) : only(byEmail);
  }

  private static Optional<AssetsUser> only(List<AssetsUser> several) {
    return several.size() == 1 ? Optional.of(several.get(0)) : Optional.empty();
  }

  private Optional<AssetsUser> named(String name) {
    try {
      return active(calls.jira(AssetsRequest.get("user").with("username", name), stop));
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<AssetsUser> active(JsonNode user) {
    AssetsUser person = new AssetsUser(user.path("name").asText(""), Ids.of(user, "key"));
    boolean usable = user.path("active").asBoolean(true) && !person.key().isEmpty();
    return usable ? Optional.of(person) : Optional.empty();
  }
}
