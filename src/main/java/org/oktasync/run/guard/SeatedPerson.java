package org.oktasync.run.guard;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Whose seat it is. */
record SeatedPerson(ExternalId id, SeatHolder holder) {
  /** People with their seats, by id. */
  static final class Format implements RowFormat<SeatedPerson> {
    @Override
    public String key(SeatedPerson person) {
      return person.id().value();
    }

    @Override
    public void write(SeatedPerson person, DataOutput out) throws IOException {
      SeatHolder holder = person.holder();
      RowText.write(person.id().value(), out);
      RowText.write(holder.nameBefore() == null ? "" : holder.nameBefore().value(), out);
      RowText.write(holder.name().value(), out);
      out.writeBoolean(holder.activeBefore());
      out.writeBoolean(holder.activeAfter());
      write(holder.joined(), out);
      write(holder.left(), out);
    }

    private static void write(List<GroupName> groups, DataOutput out) throws IOException {
      out.writeInt(groups.size());
      for (GroupName group : groups) {
        RowText.write(group.value(), out);
      }
    }

    @Override
    public SeatedPerson read(DataInput in) throws IOException {
      ExternalId id = new ExternalId(RowText.read(in));
      String before = RowText.read(in);
      AccountName name = new AccountName(RowText.read(in));
      boolean activeBefore = in.readBoolean();
      boolean activeAfter = in.readBoolean();
      List<GroupName> joined = groups(in);
      return new SeatedPerson(
          id,
          new SeatHolder(
              before.isEmpty() ? null : new AccountName(before),
              name,
              activeBefore,
              activeAfter,
              joined,
              groups(in)));
    }

    private static List<GroupName> groups(DataInput in) throws IOException {
      List<GroupName> groups = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        groups.add(new GroupName(RowText.read(in)));
      }
      return groups;
    }
  }
}
