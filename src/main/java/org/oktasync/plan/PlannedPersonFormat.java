package org.oktasync.plan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** What memberships need to know of people, by their ids. */
final class PlannedPersonFormat implements RowFormat<PlannedPerson> {
  @Override
  public String key(PlannedPerson person) {
    return person.id().value();
  }

  @Override
  public void write(PlannedPerson person, DataOutput out) throws IOException {
    RowText.write(person.id().value(), out);
    write(person.nameNow(), out);
    write(person.nameAfter(), out);
    out.writeBoolean(person.member());
    out.writeBoolean(person.created());
    RowText.write(person.leaves(), out);
  }

  /** No name is empty. */
  private static void write(AccountName name, DataOutput out) throws IOException {
    RowText.write(name == null ? "" : name.value(), out);
  }

  @Override
  public PlannedPerson read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    AccountName now = name(in);
    AccountName after = name(in);
    boolean member = in.readBoolean();
    boolean created = in.readBoolean();
    return new PlannedPerson(id, now, after, member, created, RowText.read(in));
  }

  private static AccountName name(DataInput in) throws IOException {
    String name = RowText.read(in);
    return name.isEmpty() ? null : new AccountName(name);
  }
}
