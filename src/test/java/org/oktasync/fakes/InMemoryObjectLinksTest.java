package org.oktasync.fakes;

import org.oktasync.record.ObjectLinks;
import org.oktasync.record.ObjectLinksContract;

public class InMemoryObjectLinksTest extends ObjectLinksContract {
  private final InMemoryObjectLinks links = new InMemoryObjectLinks();

  @Override
  protected ObjectLinks links() {
    return links;
  }
}
