package org.oktasync.plan.schema;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** What an object type looks like in Assets. */
public class TypeIconsTest {
  @Test
  public void aTypeIsSeenByItsName_inAnyCase() {
    for (String people : List.of("Users", "OKTA USER", "People", "Person of Okta")) {
      assertEquals(people, "User Account", TypeIcons.of(people).get(0));
    }
    assertEquals("Group", TypeIcons.of("Okta GROUPS").get(0));
    assertEquals("Key", TypeIcons.of("Roles").get(0));
    assertEquals("Application", TypeIcons.of("Apps").get(0));
    assertEquals("Laptop", TypeIcons.of("Devices").get(0));
    assertEquals("Cube", TypeIcons.of("Cost Centres").get(0));
  }
}
