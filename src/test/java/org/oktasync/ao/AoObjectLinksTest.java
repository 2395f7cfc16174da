package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.ObjectLinks;
import org.oktasync.record.ObjectLinksContract;

public class AoObjectLinksTest extends ObjectLinksContract {
  @Rule public final TestDatabase database;
  private ObjectLinks links;

  public AoObjectLinksTest() {
    this(new TestDatabase());
  }

  AoObjectLinksTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected ObjectLinks links() {
    if (links == null) {
      links = new AoObjectLinks(database.node());
    }
    return links;
  }
}
