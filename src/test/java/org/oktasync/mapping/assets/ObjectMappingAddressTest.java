package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import org.junit.Test;

public class ObjectMappingAddressTest {
  private static String address(String... lines) {
    return MappingParser.parse("key:id=ID\n" + String.join("\n", lines))
        .mapping()
        .mappings()
        .get(0)
        .listAddress();
  }

  @Test
  public void peopleHaveTheirList() {
    assertThat(address(), is("/api/v1/users"));
  }

  @Test
  public void theSearchIsAddedToTheQuery() {
    assertThat(
        address("config:search=profile.a eq \"x&y=+1\""),
        is("/api/v1/users?search=profile.a%20eq%20%22x%26y%3D%2B1%22"));
    assertThat(
        address("config:data_source=/api/v1/devices?limit=5", "config:search=a"),
        is("/api/v1/devices?limit=5&search=a"));
  }
}
