package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

public class MappingProfileTest {
  private final MappingProfile profile =
      new MappingProfile(
          new AccountMapping(
              List.of(
                  mapping("username", "profile.login", WhenEmpty.LEAVE_OUT),
                  mapping("email", "profile.email", WhenEmpty.CLEAR),
                  mapping(
                      "displayName",
                      "profile.displayName",
                      WhenEmpty.USERNAME,
                      new Transformation.FirstOf(
                          List.of(Template.of("${profile.firstName} ${profile.lastName}"))))),
              Set.of("DEPROVISIONED", "SUSPENDED"),
              ScopeRules.EVERYBODY),
          GroupMapping.everyGroup(false));

  private static AttributeMapping mapping(
      String target, String source, WhenEmpty whenEmpty, Transformation... steps) {
    return new AttributeMapping(target, source, List.of(steps), whenEmpty);
  }

  private static SourceUser user(String status, String... pairs) {
    Map<String, SourceValue> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put("profile." + pairs[i], new SourceValue.Text(pairs[i + 1]));
    }
    return new SourceUser(new ExternalId("00u1"), status, new SourceRecord(values));
  }

  private static SourceGroup group(String type, String name) {
    return new SourceGroup(new ExternalId("00g1"), type, name, "", OptionalLong.empty());
  }

  @Test
  public void loginEmailAndDisplayNameAreTaken() {
    DesiredAccount account =
        profile.account(user("ACTIVE", "login", " ann ", "email", "a@x.org", "displayName", "Ann"));
    assertEquals("ann", account.account().name().value());
    assertEquals("a@x.org", account.account().email());
    assertEquals("Ann", account.account().displayName());
    assertTrue(account.active());
  }

  @Test
  public void withoutADisplayNameFirstAndLastNameAreJoined() {
    DesiredAccount account =
        profile.account(user("ACTIVE", "login", "ann", "firstName", "Ann", "lastName", "Lee"));
    assertEquals("Ann Lee", account.account().displayName());
  }

  @Test
  public void withoutAnyNameTheLoginIsShown() {
    assertEquals("ann", profile.account(user("ACTIVE", "login", "ann")).account().displayName());
  }

  @Test
  public void eachUnusableLoginHasItsOwnCode() {
    assertEquals("login-missing", problem(" "));
    assertEquals("login-too-long", problem("x".repeat(256)));
    assertEquals("login-illegal-character", problem("a<b"));
    assertEquals("login-illegal-character", problem("a%b"));
    assertEquals("login-illegal-character", problem("a\u200bb"));
    assertEquals("login-illegal-character", problem("a\u0007b"));
  }

  private String problem(String login) {
    DesiredAccount account = profile.account(user("ACTIVE", "login", login));
    assertNull(account.account());
    return account.problem().code();
  }

  @Test
  public void unusualButUsableNamesPass() {
    for (String name :
        new String[] {
          "o'neil", "a/b", "x,y", "\"q\"", "a+b", "#1", "王芳", "دانا", "x".repeat(255)
        }) {
      assertNotNull(name, profile.account(user("ACTIVE", "login", name)).account());
    }
  }

  @Test
  public void aLongDisplayNameIsCutToTheColumnSoThatItComparesEqual() {
    String shown =
        profile
            .account(user("ACTIVE", "login", "a", "displayName", "n".repeat(400)))
            .account()
            .displayName();
    assertEquals(255, shown.length());
  }

  @Test
  public void aPairOfSurrogatesIsNotTornApart() {
    String shown =
        profile
            .account(user("ACTIVE", "login", "a", "displayName", "n".repeat(254) + "\ud83d\ude00"))
            .account()
            .displayName();
    assertEquals(254, shown.length());
  }

  @Test
  public void groupsTheSourceMakesItselfAreNoneOfOurBusiness() {
    assertTrue(profile.group(group("BUILT_IN", "Everyone")).isEmpty());
    assertTrue(profile.group(group("APP_GROUP", "Everyone")).isPresent());
  }

  @Test
  public void anyTextGivesANameOrAProblem() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 300))
        .checkAssert(
            text -> {
              DesiredAccount account =
                  profile.account(user("ACTIVE", "login", text, "displayName", text));
              assertTrue((account.account() == null) != (account.problem() == null));
              DesiredGroup group = profile.group(group("OKTA_GROUP", text)).orElseThrow();
              assertTrue((group.name() == null) != (group.problem() == null));
            });
  }

  /** Whatever type an attribute has, or none at all, and whatever stands in it. */
  @Test
  public void anyValueGivesAnAccountOrAProblem() {
    qt().forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              Map<String, SourceValue> values = new HashMap<>();
              for (String name :
                  List.of("login", "email", "displayName", "firstName", "lastName")) {
                if (random.nextInt(4) > 0) {
                  values.put("profile." + name, anything(random, 3));
                }
              }
              DesiredAccount account =
                  profile.account(
                      new SourceUser(new ExternalId("00u1"), "ACTIVE", new SourceRecord(values)));
              assertTrue((account.account() == null) != (account.problem() == null));
              if (account.account() != null) {
                assertTrue(account.account().name().value().length() <= 255);
                assertTrue(account.account().displayName().length() <= 255);
                assertTrue(account.account().email().length() <= 255);
              }
            });
  }

  private static SourceValue anything(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> new SourceValue.Text(anyText(random));
      case 1 -> new SourceValue.Number(BigDecimal.valueOf(random.nextLong(), random.nextInt(400)));
      case 2 -> new SourceValue.Flag(random.nextBoolean());
      case 3 ->
          new SourceValue.Items(
              Stream.generate(() -> anything(random, depth - 1)).limit(random.nextInt(4)).toList());
      default ->
          new SourceValue.Fields(
              random.nextBoolean() ? Map.of() : Map.of("name", anything(random, depth - 1)));
    };
  }

  private static String anyText(Random random) {
    return random
        .ints(random.nextInt(300), 0, Character.MAX_CODE_POINT + 1)
        .map(point -> random.nextInt(3) == 0 ? point : point % 128)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
