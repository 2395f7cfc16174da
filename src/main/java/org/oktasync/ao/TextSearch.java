package org.oktasync.ao;

import java.util.List;

/**
 * What a text finds: first the changes whose subject begins with it, then those whose object does,
 * then those of the person or group that has it as its id in the source; none of them twice.
 *
 * @param text not empty
 */
record TextSearch(String text) {
  private static final String SUBJECT = "SUBJECT_KEY";
  private static final String OBJECT = "OBJECT_KEY";

  /** The changes that it finds among some. */
  ChangeList among(SearchedTable<?> table) {
    String id = StoredText.storable(text);
    if (text.isBlank()) {
      return new IdentifiedList(table, 3, id);
    }
    SearchKey.Range range = SearchKey.beginningWith(text);
    SearchedTable<?> others = table.outside(SUBJECT, range);
    return new ListsInTurn(
        List.of(
            new NamedList(table, 1, SUBJECT, AoSearchedChange::getSubjectKey, range),
            new NamedList(others, 2, OBJECT, AoSearchedChange::getObjectKey, range),
            new IdentifiedList(others.outside(OBJECT, range), 3, id)));
  }
}
