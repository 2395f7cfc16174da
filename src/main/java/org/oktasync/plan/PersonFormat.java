package org.oktasync.plan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.plan.Person.Standing;
import org.oktasync.rows.AccountFormat;
import org.oktasync.rows.LinkFormat;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** People, by their ids. */
final class PersonFormat implements RowFormat<Person> {
  private static final AccountFormat ACCOUNTS = new AccountFormat();

  @Override
  public String key(Person person) {
    return person.id().value();
  }

  @Override
  public void write(Person person, DataOutput out) throws IOException {
    RowText.write(person.id().value(), out);
    out.writeByte(person.standing().ordinal());
    if (there(person.desired(), out)) {
      write(person.desired(), out);
    }
    if (there(person.link(), out)) {
      out.writeLong(person.link().connectionId());
      LinkFormat.ofPeople(person.link().connectionId()).write(person.link(), out);
    }
    if (there(person.current(), out)) {
      ACCOUNTS.write(person.current(), out);
    }
  }

  private static boolean there(Object part, DataOutput out) throws IOException {
    out.writeBoolean(part != null);
    return part != null;
  }

  @Override
  public Person read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    Standing standing = Standing.values()[in.readByte()];
    DesiredAccount desired = in.readBoolean() ? desired(id, in) : null;
    Link link = in.readBoolean() ? LinkFormat.ofPeople(in.readLong()).read(in) : null;
    Account current = in.readBoolean() ? ACCOUNTS.read(in) : null;
    return new Person(id, desired, link, current, standing);
  }

  private static void write(DesiredAccount desired, DataOutput out) throws IOException {
    RowText.write(desired.label(), out);
    out.writeBoolean(desired.active());
    RowText.write(desired.status(), out);
    if (there(desired.account(), out)) {
      ACCOUNTS.write(desired.account(), out);
    }
    if (there(desired.problem(), out)) {
      write(desired.problem(), out);
    }
    out.writeByte(desired.reach().ordinal());
    out.writeInt(desired.kept().size());
    for (String attribute : desired.kept()) {
      RowText.write(attribute, out);
    }
    out.writeInt(desired.remarks().size());
    for (MappingProblem remark : desired.remarks()) {
      write(remark, out);
    }
  }

  private static DesiredAccount desired(ExternalId id, DataInput in) throws IOException {
    String label = RowText.read(in);
    boolean active = in.readBoolean();
    String status = RowText.read(in);
    Account account = in.readBoolean() ? ACCOUNTS.read(in) : null;
    MappingProblem problem = in.readBoolean() ? problem(in) : null;
    Reach reach = Reach.values()[in.readByte()];
    Set<String> kept = kept(in);
    return new DesiredAccount(
        id, label, active, status, account, problem, reach, kept, remarks(in));
  }

  private static Set<String> kept(DataInput in) throws IOException {
    Set<String> kept = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      kept.add(RowText.read(in));
    }
    return kept;
  }

  private static List<MappingProblem> remarks(DataInput in) throws IOException {
    List<MappingProblem> remarks = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      remarks.add(problem(in));
    }
    return remarks;
  }

  private static void write(MappingProblem problem, DataOutput out) throws IOException {
    RowText.write(problem.code(), out);
    RowText.write(problem.detail(), out);
  }

  private static MappingProblem problem(DataInput in) throws IOException {
    String code = RowText.read(in);
    return new MappingProblem(code, RowText.read(in));
  }
}
