package org.oktasync.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.oktasync.mapping.DesiredAccount;

/** Those of many people whom the source has. */
final class DesiredPeople implements Iterator<DesiredAccount> {
  private final Iterator<Person> people;
  private DesiredAccount next;

  DesiredPeople(Iterator<Person> people) {
    this.people = people;
  }

  @Override
  public boolean hasNext() {
    while (next == null && people.hasNext()) {
      next = people.next().desired();
    }
    return next != null;
  }

  @Override
  public DesiredAccount next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    DesiredAccount found = next;
    next = null;
    return found;
  }
}
