package org.oktasync.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Cursor;

public class MembershipSpoolTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void eachGroupComesBackSortedWhateverWasStoredBetween() {
    long seed = System.nanoTime();
    System.out.println("MembershipSpoolTest seed " + seed);
    Random random = new Random(seed);
    Map<String, Collection<String>> expected = new HashMap<>();
    long size = 0;
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath());
        MembershipSpool spool = new MembershipSpool(folder)) {
      for (int group = 0; group < 80; group++) {
        TreeSet<String> members = new TreeSet<>();
        for (int i = random.nextInt(group % 7 == 0 ? 5_000 : 30); i > 0; i--) {
          members.add("00u名" + random.nextInt(100_000));
        }
        spool.put("g" + group, members.descendingSet());
        expected.put("g" + group, members);
        size += members.size();
        String any = "g" + random.nextInt(group + 1);
        assertEquals(new ArrayList<>(expected.get(any)), all(spool.members(any)));
      }
      expected.forEach(
          (group, members) -> assertEquals(new ArrayList<>(members), all(spool.members(group))));
      assertEquals(size, spool.size());
    }
    assertEquals(0, temporary.getRoot().list().length);
  }

  @Test
  public void anUnknownGroupHasNoMembersAndAKnownOneIsStoredOnce() {
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath());
        MembershipSpool spool = new MembershipSpool(folder)) {
      assertEquals(List.of(), all(spool.members("g")));
      spool.put("g", List.of("a"));
      assertThrows(IllegalArgumentException.class, () -> spool.put("g", List.of("b")));
      Cursor<String> members = spool.members("g");
      members.next();
      assertThrows(NoSuchElementException.class, members::next);
      members.close();
    }
  }

  private static List<String> all(Cursor<String> cursor) {
    List<String> values = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(values::add);
    }
    return values;
  }
}
