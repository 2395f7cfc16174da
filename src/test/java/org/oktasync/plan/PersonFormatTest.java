package org.oktasync.plan;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.plan.Person.Standing;

/** People come back from where they are kept as they were. */
public class PersonFormatTest {
  private static final ExternalId ID = new ExternalId("00u1");
  private static final Account ACCOUNT =
      new Account(
          new AccountName("Zoë"), "Zoë Ångström", "", false, Map.of("firstName", "Zoë", "x", ""));
  private static final Link LINK =
      new Link(
          12,
          3,
          EntityKind.USER,
          ID,
          10_000,
          "zoë",
          "JIRAUSER7",
          Link.Origin.ADOPTED,
          true,
          false,
          Instant.parse("2026-01-02T03:04:05.006Z"),
          Instant.parse("2026-02-03T04:05:06.007Z"));

  @Test
  public void everyPartComesBack() throws IOException {
    DesiredAccount whole =
        new DesiredAccount(
            ID,
            "zoe",
            true,
            "ACTIVE",
            ACCOUNT,
            null,
            Reach.OUT_OF_SCOPE,
            Set.of("email", "firstName"),
            List.of(new MappingProblem("value-too-long", "x"), new MappingProblem("y", "")));
    DesiredAccount bad =
        new DesiredAccount(ID, "zoe", false, "", null, new MappingProblem("login-missing", ""));
    for (Person person :
        List.of(
            new Person(ID, whole, LINK, ACCOUNT, Standing.PRESENT),
            new Person(ID, bad, null, null, Standing.UNLINKED),
            new Person(ID, null, LINK.deactivated(null), null, Standing.RESTING),
            new Person(ID, whole, LINK.withUserKey(""), null, Standing.DELETED_IN_JIRA))) {
      assertEquals(person, writtenAndRead(person));
    }
  }

  @Test
  public void whatMembershipsNeedComesBack() throws IOException {
    AccountName now = new AccountName("zoë");
    AccountName then = new AccountName("Zoë Å");
    for (PlannedPerson person :
        List.of(
            new PlannedPerson(ID, now, then, true, false, "gone"),
            new PlannedPerson(ID, null, then, true, true, ""),
            new PlannedPerson(ID, now, null, false, false, ""),
            new PlannedPerson(ID, null, null, false, true, "inactive"))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new PlannedPersonFormat().write(person, new DataOutputStream(bytes));
      assertEquals(
          person,
          new PlannedPersonFormat()
              .read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
      assertEquals("00u1", new PlannedPersonFormat().key(person));
    }
  }

  private static Person writtenAndRead(Person person) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PersonFormat().write(person, new DataOutputStream(bytes));
    return new PersonFormat()
        .read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
