package org.oktasync.jira;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NoSuchElementException;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.NameFolding;

/** Account names as Crowd gave them, ascending by folded name, each once. */
final class SortedNames implements Cursor<AccountName> {
  private final String[] names;
  private int next;

  SortedNames(Collection<String> spellings) {
    names = spellings.toArray(String[]::new);
    Arrays.sort(names, Comparator.comparing(NameFolding::fold));
  }

  @Override
  public boolean hasNext() {
    return next < names.length;
  }

  @Override
  public AccountName next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    AccountName name = new AccountName(names[next++]);
    while (hasNext() && NameFolding.fold(names[next]).equals(name.key())) {
      next++;
    }
    return name;
  }

  @Override
  public void close() {}
}
