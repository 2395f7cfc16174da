package org.oktasync.rows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;

/** Accounts, by their folded names. */
public final class AccountFormat implements RowFormat<Account> {
  @Override
  public String key(Account account) {
    return account.name().key();
  }

  @Override
  public void write(Account account, DataOutput out) throws IOException {
    RowText.write(account.name().value(), out);
    RowText.write(account.displayName(), out);
    RowText.write(account.email(), out);
    out.writeBoolean(account.active());
    out.writeInt(account.more().size());
    for (Map.Entry<String, String> further : account.more().entrySet()) {
      RowText.write(further.getKey(), out);
      RowText.write(further.getValue(), out);
    }
  }

  @Override
  public Account read(DataInput in) throws IOException {
    AccountName name = new AccountName(RowText.read(in));
    String displayName = RowText.read(in);
    String email = RowText.read(in);
    boolean active = in.readBoolean();
    return new Account(name, displayName, email, active, further(in));
  }

  private static Map<String, String> further(DataInput in) throws IOException {
    int count = in.readInt();
    Map<String, String> further = count == 0 ? Map.of() : new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = RowText.read(in);
      further.put(name, RowText.read(in));
    }
    return further;
  }
}
