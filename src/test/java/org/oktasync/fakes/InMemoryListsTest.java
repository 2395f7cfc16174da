package org.oktasync.fakes;

import java.util.Arrays;
import java.util.Map;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceLists;
import org.oktasync.source.SourceListsContract;

public class InMemoryListsTest extends SourceListsContract {
  private final InMemoryLists lists = new InMemoryLists();

  @Override
  protected SourceLists lists() {
    return lists;
  }

  @Override
  protected void list(String path, String... ids) {
    lists.list(
        path,
        Arrays.stream(ids)
            .map(id -> id.isEmpty() ? Map.<String, SourceValue>of() : named(id))
            .map(SourceValue.Fields::new)
            .toArray(SourceValue.Fields[]::new));
  }

  private static Map<String, SourceValue> named(String id) {
    return Map.of("id", new SourceValue.Text(id));
  }

  @Override
  protected void breakOff(String path) {
    lists.breakOff(path);
  }

  @Override
  protected void withoutFeature(String path) {
    lists.withoutFeature(path);
  }
}
