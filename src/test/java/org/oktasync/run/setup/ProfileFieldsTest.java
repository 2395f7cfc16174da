package org.oktasync.run.setup;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.fakes.InMemorySource;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Format;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceAttribute.Type;

/** Which kind of attribute of Assets comes of an attribute of Okta. */
public class ProfileFieldsTest {
  private final InMemorySource source = new InMemorySource();

  private static SourceAttribute attribute(String path, Type type) {
    return InMemorySchemas.attribute(path, "T " + path, type);
  }

  private static SourceAttribute text(String path, Format format) {
    return of(path, Type.TEXT, format, Mutability.READ_WRITE, false);
  }

  private static SourceAttribute of(
      String path, Type type, Format format, Mutability mutability, boolean several) {
    return new SourceAttribute(
        path, "T " + path, "", type, several, format, List.of(), mutability, false, false, true);
  }

  private String people() {
    return told(ProfileFields.of(source, new StopSignal()).people());
  }

  private static String told(List<ProfileField> fields) {
    return fields.stream()
        .map(field -> field.path() + " " + field.type() + (field.several() ? " several" : ""))
        .collect(Collectors.joining("; "));
  }

  @Test
  public void eachTypeOfValueHasItsKind() {
    source
        .schemas()
        .type(
            "user",
            attribute("profile.floor", Type.INTEGER),
            attribute("profile.share", Type.NUMBER),
            attribute("profile.remote", Type.FLAG),
            attribute("profile.more", Type.OTHER),
            attribute("profile.city", Type.TEXT));
    assertEquals(
        "profile.floor INTEGER; profile.share DOUBLE; profile.remote BOOLEAN;"
            + " profile.more TEXTAREA; profile.city TEXT",
        people());
  }

  @Test
  public void whatTheSchemaSaysOfATextCounts_andOfSomeItsName() {
    source
        .schemas()
        .type(
            "user",
            text("profile.work", Format.EMAIL),
            text("profile.since", Format.DATE_TIME),
            text("profile.page", Format.URI),
            text("profile.locale", Format.LOCALE),
            text("profile.email", Format.PLAIN),
            text("profile.secondEmail", Format.PLAIN),
            text("profile.profileUrl", Format.PLAIN),
            text("profile.postalAddress", Format.PLAIN),
            text("profile.description", Format.PLAIN),
            text("created", Format.PLAIN),
            text("activated", Format.PLAIN));
    assertEquals(
        "profile.work EMAIL; profile.since DATE_TIME; profile.page URL; profile.locale TEXT;"
            + " profile.email EMAIL; profile.secondEmail EMAIL; profile.profileUrl URL;"
            + " profile.postalAddress TEXTAREA; profile.description TEXTAREA; created DATE_TIME; activated DATE_TIME",
        people());
  }

  @Test
  public void whatTwoTypesOfPeopleHoldDifferentlyIsAText_andSeveralWhereOneHasSeveral() {
    source
        .schemas()
        .type("user", attribute("profile.rank", Type.INTEGER), attribute("profile.tag", Type.TEXT))
        .type(
            "guest",
            attribute("profile.rank", Type.TEXT),
            of("profile.tag", Type.TEXT, Format.PLAIN, Mutability.READ_WRITE, true));
    assertEquals("profile.rank TEXT; profile.tag TEXT several", people());
  }

  @Test
  public void whatNobodyMayReadIsLeftOut_andGroupsHaveTheirOwn() {
    source
        .schemas()
        .type(
            "user",
            of("profile.secret", Type.TEXT, Format.PLAIN, Mutability.WRITE_ONLY, false),
            attribute("profile.city", Type.TEXT))
        .groups(attribute("profile.cost", Type.NUMBER));
    assertEquals("profile.city TEXT", people());
    assertEquals("profile.cost DOUBLE", told(ProfileFields.of(source, new StopSignal()).groups()));
  }
}
