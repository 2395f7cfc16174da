package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.oktasync.record.PersonTexts;

/** Where a person is named in what is about others: messages of runs, and who did something. */
final class PersonMentions {
  private final ActiveObjects ao;
  private final PersonTexts person;
  private final JsonColumn json = new JsonColumn();

  PersonMentions(ActiveObjects ao, PersonTexts person) {
    this.ao = ao;
    this.person = person;
  }

  /** Takes the person out of a run, and answers whether it named them. */
  boolean forgetIn(AoSyncRun row) {
    boolean named =
        Stream.of(
                change(row.getMessage(), this::inJson, row::setMessage),
                change(row.getNotices(), this::inJson, row::setNotices),
                change(row.getBreaches(), this::inJson, row::setBreaches),
                change(row.getIncomplete(), this::inJson, row::setIncomplete),
                change(row.getStartedBy(), this::inName, row::setStartedBy),
                change(row.getApprovedBy(), this::inName, row::setApprovedBy),
                change(row.getRejectedBy(), this::inName, row::setRejectedBy),
                change(row.getReviewedBy(), this::inName, row::setReviewedBy))
            .reduce(false, Boolean::logicalOr);
    if (named) {
      row.save();
    }
    return named;
  }

  /** Takes the person out of who set the secrets of a connection. */
  void forgetIn(AoConnection row) {
    boolean token = change(row.getSecretSetBy(), this::inName, row::setSecretSetBy);
    boolean assets = change(row.getAssetsTokenSetBy(), this::inName, row::setAssetsTokenSetBy);
    if (token || assets) {
      row.save();
    }
  }

  /** Takes the person out of who gave a word about somebody else. */
  void forgetIn(AoTakeOver row) {
    if (change(row.getGivenBy(), this::inName, row::setGivenBy)) {
      row.save();
    }
  }

  private String inJson(String stored) {
    return json.withTexts(stored, person::without);
  }

  private String inName(String name) {
    return name == null ? null : person.without(name);
  }

  private static boolean change(
      String before, UnaryOperator<String> change, Consumer<String> setter) {
    String after = change.apply(before);
    boolean differs = !Objects.equals(before, after);
    if (differs) {
      setter.accept(after);
    }
    return differs;
  }
}
