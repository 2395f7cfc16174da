package org.oktasync.source;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.source.SourceException.Kind;

/** What every source of lists promises. */
public abstract class SourceListsContract {
  private static final String DEVICES = "/api/v1/devices";

  @Rule public final TemporaryFolder storage = new TemporaryFolder();

  private final List<SourceElement> got = new ArrayList<>();

  /** The lists under test. */
  protected abstract SourceLists lists();

  /** There is a list of objects with these ids at a path; an empty text stands for no id. */
  protected abstract void list(String path, String... ids);

  /** The list at a path breaks off after half of its objects. */
  protected abstract void breakOff(String path);

  /** The source does not offer the list at a path. */
  protected abstract void withoutFeature(String path);

  private ListEnd stream(ListRequest request) {
    got.clear();
    return lists().stream(request, new StopSignal(), got::add);
  }

  private Kind failure(String address) {
    return assertThrows(SourceException.class, () -> stream(ListRequest.of(address))).kind();
  }

  @Test
  public void objectsCome_inTheSourcesOrder() {
    list(DEVICES, "c", "a", "", "b");
    ListEnd end = stream(ListRequest.of(DEVICES + "?expand=user"));
    assertEquals(new ListEnd(4, false, Completeness.WHOLE), end);
    assertEquals(List.of("c", "a", "", "b"), got.stream().map(SourceElement::id).toList());
    assertEquals(List.of(0L, 1L, 2L, 3L), got.stream().map(SourceElement::position).toList());
  }

  @Test
  public void aStoredList_isInTheOrderOfIds() throws Exception {
    list(DEVICES, "c", "a", "", "b");
    Path folder = storage.getRoot().toPath();
    try (ListReading reading =
            lists().read(ListRequest.of(DEVICES), folder, new StopSignal(), Progress.NONE);
        var elements = reading.elements()) {
      elements.forEachRemaining(got::add);
      assertTrue(reading.end().completeness().complete());
    }
    assertEquals(List.of("a", "b", "c", ""), got.stream().map(SourceElement::id).toList());
    assertEquals(0, storage.getRoot().list().length);
  }

  @Test
  public void aLimit_leavesTheListUnfinished() {
    list(DEVICES, "a", "b", "c");
    ListEnd end = stream(ListRequest.of(DEVICES).withDataLimit(2));
    assertEquals(2, end.count());
    assertTrue(end.limited());
    assertFalse(end.completeness().complete());
    end = stream(ListRequest.of(DEVICES).withDataLimit(3));
    assertFalse(end.limited());
    assertTrue(end.completeness().complete());
  }

  @Test
  public void aListThatBreaksOff_isNotWhole() {
    list(DEVICES, "a", "b", "c", "d");
    breakOff(DEVICES);
    ListEnd end = stream(ListRequest.of(DEVICES));
    assertEquals(2, end.count());
    assertFalse(end.limited());
    assertFalse(end.completeness().complete());
  }

  @Test
  public void whatCannotBegin_isAFailureOfItsOwnKind() {
    withoutFeature(DEVICES);
    assertEquals(Kind.FEATURE_MISSING, failure(DEVICES + "?limit=20"));
    assertEquals(Kind.NOT_FOUND, failure("/api/v1/no-such-list"));
    assertEquals(Kind.FATAL, failure("https://elsewhere.example/api/v1/devices"));
    assertEquals(List.of(), got);
  }

  @Test
  public void anAddress_canBeJudgedWithoutACall() {
    assertTrue(lists().problem(ListRequest.of(DEVICES)).isEmpty());
    assertFalse(lists().problem(ListRequest.of("https://elsewhere.example/x")).isEmpty());
  }
}
