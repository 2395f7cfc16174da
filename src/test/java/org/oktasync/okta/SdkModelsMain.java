package org.oktasync.okta;

import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.cache.Caches;
import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.GroupApi;
import com.okta.sdk.resource.api.UserApi;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.common.PagedList;
import com.okta.sdk.resource.model.Group;
import com.okta.sdk.resource.model.GroupType;
import com.okta.sdk.resource.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads an organisation by the models of Okta's Java SDK, as its documentation shows it: people,
 * then groups, then the members of each group, several groups at once.
 *
 * <p>{@code SdkModelsMain <url> <token> [concurrency]}
 */
public final class SdkModelsMain {
  private static final int PAGE = 200;
  private static final int MEMBERS = 1000;

  private final UserApi users;
  private final GroupApi groups;

  private SdkModelsMain(String url, String token) {
    System.setProperty("okta.testing.disableHttpsCheck", "true");
    ApiClient client =
        Clients.builder()
            .setOrgUrl(url)
            .setClientCredentials(new TokenClientCredentials(token))
            .setCacheManager(Caches.newDisabledCacheManager())
            .build();
    users = new UserApi(client);
    groups = new GroupApi(client);
  }

  /** Reads and prints; any failure ends in a stack trace and status 1. */
  public static void main(String[] arguments) throws Exception {
    int concurrency = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    ReaderFigures.measure(() -> new SdkModelsMain(arguments[0], arguments[1]).read(concurrency));
    // The SDK leaves threads behind.
    System.exit(0);
  }

  /** One page of a list, by the key that the page before gave; null asks for the first. */
  private interface Pages<T> {
    List<T> behind(String key) throws Exception;
  }

  private ReaderFigures.Counts read(int concurrency) throws Exception {
    Map<String, String> logins = new HashMap<>();
    walk(
        key -> users.listUsers(null, null, key, PAGE, null, null, null, null),
        (User user) -> logins.put(user.getId(), user.getProfile().getLogin()));
    List<String> wanted = new ArrayList<>();
    walk(
        key -> groups.listGroups(null, null, key, PAGE, null, null, null, null),
        (Group group) -> {
          if (group.getType() != GroupType.BUILT_IN) {
            wanted.add(group.getId());
          }
        });
    return new ReaderFigures.Counts(logins.size(), wanted.size(), members(wanted, concurrency));
  }

  private long members(List<String> wanted, int concurrency) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(concurrency);
    try {
      List<Callable<List<String>>> lists = new ArrayList<>();
      wanted.forEach(group -> lists.add(() -> membersOf(group)));
      long memberships = 0;
      for (Future<List<String>> list : threads.invokeAll(lists)) {
        memberships += list.get().size();
      }
      return memberships;
    } finally {
      threads.shutdown();
    }
  }

  private List<String> membersOf(String group) throws Exception {
    List<String> ids = new ArrayList<>();
    walk(key -> groups.listGroupUsers(group, key, MEMBERS), (User user) -> ids.add(user.getId()));
    return ids;
  }

  private static <T> void walk(Pages<T> pages, Consumer<T> each) throws Exception {
    String key = null;
    do {
      List<T> page = pages.behind(key);
      page.forEach(each);
      key = page instanceof PagedList<T> paged ? paged.getAfter() : null;
    } while (key != null);
  }
}
