package org.oktasync.okta;

import java.util.List;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Format;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceAttribute.Type;

/** What every object of a kind has beside its profile; Okta's schemas do not tell of it. */
final class ObjectFacts {
  static final List<SourceAttribute> USER =
      List.of(
          fact("id", "Okta id", Format.PLAIN),
          fact("status", "Status", Format.PLAIN),
          fact("type.id", "Id of the user type", Format.REFERENCE),
          fact("created", "Created", Format.DATE_TIME),
          fact("activated", "Activated", Format.DATE_TIME),
          fact("statusChanged", "Status changed", Format.DATE_TIME),
          fact("lastLogin", "Last sign-in", Format.DATE_TIME),
          fact("lastUpdated", "Last updated", Format.DATE_TIME),
          fact("passwordChanged", "Password changed", Format.DATE_TIME));

  static final List<SourceAttribute> GROUP =
      List.of(
          fact("id", "Okta id", Format.PLAIN),
          fact("type", "Type", Format.PLAIN),
          fact("created", "Created", Format.DATE_TIME),
          fact("lastUpdated", "Last updated", Format.DATE_TIME),
          fact("lastMembershipUpdated", "Members changed", Format.DATE_TIME));

  static final List<SourceAttribute> APP_USER =
      List.of(
          fact("id", "Okta id", Format.PLAIN),
          fact("externalId", "Id in the application", Format.PLAIN),
          fact("scope", "Assigned directly or through a group", Format.PLAIN),
          fact("status", "Status", Format.PLAIN),
          fact("credentials.userName", "Sign-in name", Format.PLAIN),
          fact("created", "Created", Format.DATE_TIME),
          fact("lastUpdated", "Last updated", Format.DATE_TIME));

  private ObjectFacts() {}

  private static SourceAttribute fact(String path, String title, Format format) {
    return new SourceAttribute(
        path,
        title,
        "",
        Type.TEXT,
        false,
        format,
        List.of(),
        Mutability.READ_ONLY,
        false,
        path.equals("id"),
        false);
  }
}
