package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.oktasync.model.ExternalId;

/** Who was added to groups by the product itself. */
final class AddedMembers {
  private final ActiveObjects ao;

  AddedMembers(ActiveObjects ao) {
    this.ao = ao;
  }

  /** All of one group's link. */
  Set<ExternalId> of(long linkId) {
    Set<ExternalId> members = new HashSet<>();
    forEach(linkId, row -> members.add(new ExternalId(row.getSourceId())));
    return members;
  }

  /** Notes people, without a look at who is noted already: that is the rare case, and harmless. */
  void note(long linkId, List<ExternalId> users) {
    List<Map<String, Object>> rows =
        new LinkedHashSet<>(users)
            .stream()
                .map(user -> Map.<String, Object>of("LINK_ID", linkId, "SOURCE_ID", user.value()))
                .toList();
    ao.executeInTransaction(
        () -> {
          Batch.of(rows).forEach(batch -> ao.create(AoAddedMember.class, batch));
          return null;
        });
  }

  /**
   * Forgets people; those not noted do no harm. They are told apart here: some databases take ids
   * that differ in upper and lower case for the same.
   */
  void forget(long linkId, List<ExternalId> users) {
    Set<ExternalId> unwanted = Set.copyOf(users);
    List<Long> ids = new ArrayList<>();
    forEach(
        linkId,
        row -> {
          if (unwanted.contains(new ExternalId(row.getSourceId()))) {
            ids.add(row.getID());
          }
        });
    ao.executeInTransaction(
        () -> {
          Batch.of(ids).forEach(this::delete);
          return null;
        });
  }

  /** Forgets all of one group's link, in steps. */
  void deleteAll(long linkId) {
    new StepwiseDelete<>(ao, AoAddedMember.class, "ID", AoAddedMember::getID)
        .where("LINK_ID = ?", linkId);
  }

  private void forEach(long linkId, Consumer<AoAddedMember> reader) {
    var query = new Conditions().and("LINK_ID = ?", linkId).query("ID,SOURCE_ID");
    ao.stream(AoAddedMember.class, query, reader::accept);
  }

  private void delete(List<Long> ids) {
    ao.deleteWithSQL(AoAddedMember.class, Batch.in("ID", ids.size()), ids.toArray());
  }
}
