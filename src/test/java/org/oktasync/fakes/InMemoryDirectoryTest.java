package org.oktasync.fakes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.oktasync.fakes.DirectoryFaults.Crash;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.DirectoryTargetContract;
import org.oktasync.target.TargetException.Kind;

/** The fake keeps the port's promises, and its faults strike where they were ordered. */
public class InMemoryDirectoryTest extends DirectoryTargetContract {
  private static final AccountName ADA = new AccountName("ada");
  private static final AccountName BOB = new AccountName("bob");

  private final InMemoryDirectory directory = new InMemoryDirectory(7);

  @Override
  protected DirectoryTarget open() {
    return directory;
  }

  @Override
  protected void holdElsewhere(AccountName name) {
    directory.world().holdElsewhere(name);
  }

  @Override
  protected void holdElsewhere(GroupName name) {
    directory.world().holdElsewhere(name);
  }

  @Override
  protected void deleteByHand(AccountName name) {
    directory.world().delete(name);
  }

  @Override
  protected void nestByHand(GroupName parent) {
    directory.world().nest(parent);
  }

  @Override
  protected long writes() {
    return directory.writes();
  }

  @Test
  public void aFaultBeforeAWriteChangesNothing() {
    directory.faults().failBeforeWrite(2, DirectoryFaults.crash());

    assertThrows(Crash.class, () -> directory.create(List.of(account(ADA), account(BOB))));

    assertEquals(List.of(account(ADA)), directory.world().accounts());
  }

  @Test
  public void aFaultAfterAWriteLosesTheAnswerOnly() {
    directory.faults().failAfterWrite(1, DirectoryFaults.crash());

    assertThrows(Crash.class, () -> directory.create(List.of(account(ADA), account(BOB))));

    assertEquals(List.of(account(ADA)), directory.world().accounts());
    assertEquals(1, directory.writes());
  }

  @Test
  public void aRefusalInABulkCallConcernsOneRow() {
    directory
        .faults()
        .failBefore(DirectoryCall.CREATE_ACCOUNT, 1, DirectoryFaults.refusal(Kind.INVALID));

    List<DirectoryTarget.Creation> answers = directory.create(List.of(account(ADA), account(BOB)));

    assertEquals(Kind.INVALID, answers.get(0).problem().kind());
    assertEquals(List.of(account(BOB)), directory.world().accounts());
  }
}
