package org.oktasync.record;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.assets.KnownType;

/** What every store of the names of types keeps to. */
public abstract class KnownTypesContract {
  private static final KnownType GROUPS =
      new KnownType("5", List.of("Groups", "Gr\u00fcppe"), Map.of("7", List.of("Name", "Title")));
  private static final KnownType USERS = new KnownType("6", List.of("Users"), Map.of());

  /** The store under test, empty. */
  protected abstract KnownTypes types();

  @Test
  public void keepsWhatIsKnownOfEachSchemaOfEachConnection() {
    types().store(1, "https://a.example.com 3", List.of(GROUPS, USERS));
    types().store(1, "3", List.of(USERS));
    types().store(2, "3", List.of(GROUPS));
    assertEquals(List.of(GROUPS, USERS), types().of(1, "https://a.example.com 3"));
    assertEquals(List.of(USERS), types().of(1, "3"));
    assertEquals(List.of(GROUPS), types().of(2, "3"));
    assertEquals(List.of(), types().of(1, "4"));
  }

  @Test
  public void whatIsStoredReplacesWhatWasKnown() {
    types().store(1, "3", List.of(GROUPS, USERS));
    types().store(1, "3", List.of(GROUPS));
    assertEquals(List.of(GROUPS), types().of(1, "3"));
  }

  @Test
  public void knowsWhereTheLinksOfAConnectionLead() {
    assertEquals("", types().linked(1));
    types().store(1, "3", List.of(USERS));
    types().link(1, "3");
    types().link(2, "https://a.example.com 3");
    assertEquals("3", types().linked(1));
    types().link(1, "4");
    assertEquals("4", types().linked(1));
    assertEquals("https://a.example.com 3", types().linked(2));
    assertEquals(List.of(USERS), types().of(1, "3"));
    types().forget(1);
    assertEquals("", types().linked(1));
    assertEquals("https://a.example.com 3", types().linked(2));
  }

  @Test
  public void aConnectionIsForgottenWithAllItsSchemas() {
    types().store(1, "3", List.of(GROUPS));
    types().store(1, "4", List.of(USERS));
    types().store(2, "3", List.of(USERS));
    types().forget(1);
    assertEquals(List.of(), types().of(1, "3"));
    assertEquals(List.of(), types().of(1, "4"));
    assertEquals(List.of(USERS), types().of(2, "3"));
  }
}
