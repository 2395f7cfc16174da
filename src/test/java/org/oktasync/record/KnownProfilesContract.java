package org.oktasync.record;

import static org.junit.Assert.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.assets.SeenProfiles;

/** What every store of the attributes that were seen keeps to. */
public abstract class KnownProfilesContract {
  /** The store under test, empty. */
  protected abstract KnownProfiles profiles();

  private static SeenProfiles seen(String... paths) {
    Map<String, String> people = new LinkedHashMap<>();
    List.of(paths).forEach(path -> people.put(path, "Title of " + path));
    return new SeenProfiles(people, Map.of("profile.cost", "Co\u00fbt"), Set.of());
  }

  @Test
  public void keepsWhatEachConnectionHasSeen_inItsOrder() {
    profiles().store(1, seen("profile.z", "profile.a").begin(Set.of("Users/B", "Users/A")));
    profiles().store(2, seen());
    SeenProfiles found = profiles().of(1).orElseThrow();
    assertEquals(List.of("profile.z", "profile.a"), List.copyOf(found.people().keySet()));
    assertEquals("Co\u00fbt", found.groups().get("profile.cost"));
    assertEquals(Set.of("Users/A", "Users/B"), found.begun());
    assertEquals(Optional.of(seen()), profiles().of(2));
    assertEquals(Optional.empty(), profiles().of(3));
  }

  @Test
  public void whatIsStoredReplacesWhatWasSeen() {
    profiles().store(1, seen("profile.a").begin(Set.of("Users/A")));
    profiles().store(1, seen("profile.b"));
    assertEquals(Optional.of(seen("profile.b")), profiles().of(1));
  }

  @Test
  public void aConnectionIsForgotten() {
    profiles().store(1, seen("profile.a"));
    profiles().store(2, seen("profile.a"));
    profiles().forget(1);
    assertEquals(Optional.empty(), profiles().of(1));
    assertEquals(Optional.of(seen("profile.a")), profiles().of(2));
  }
}
