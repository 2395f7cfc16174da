package org.oktasync.devkit.jiraapi;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.notNullValue;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.UserQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.entity.restriction.NullRestrictionImpl;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The plain data types behave as directories and scheduler expect. */
public class DataTypesTest {
  @Test
  public void namesAreLoweredByTheRulesOfEnglishWhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr"));
    try {
      assertThat(IdentifierUtils.toLowerCase("IRINA"), is("irina"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  public void templatesAreEqualByDirectoryAndLowerCaseName() {
    assertThat(new UserTemplate("Ann", 1), is(new UserTemplate("ann", 1)));
    assertThat(new UserTemplate("Ann", 1).hashCode(), is(new UserTemplate("ann", 1).hashCode()));
    assertThat(new UserTemplate("ann", 1), is(not(new UserTemplate("ann", 2))));
    assertThat(new GroupTemplate("Devs", 1), is(new GroupTemplate("devs", 1)));
  }

  @Test
  public void templatesCopyEveryField() {
    UserTemplate user = new UserTemplate("ann", "Ann", "Ash", "Ann Ash");
    user.setDirectoryId(3);
    user.setEmailAddress("ann@example.com");
    user.setActive(true);
    user.setExternalId("x1");

    UserTemplate copy = new UserTemplate(user);
    user.setEmailAddress("changed");

    assertThat(copy.getDirectoryId(), is(3L));
    assertThat(copy.getEmailAddress(), is("ann@example.com"));
    assertThat(copy.getFirstName() + copy.getLastName(), is("AnnAsh"));
    assertThat(copy.getDisplayName(), is("Ann Ash"));
    assertThat(copy.isActive(), is(true));
    assertThat(copy.getExternalId(), is("x1"));
  }

  @Test
  public void attributesAreCopiedWithTheTemplate() {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes("ann", 1);
    user.setAttribute("team", Set.of("red"));
    UserTemplateWithAttributes copy = new UserTemplateWithAttributes(user);
    user.removeAttribute("team");

    assertThat(copy.getValue("team"), is("red"));
    assertThat(user.isEmpty(), is(true));
  }

  @Test
  public void usersStartInactiveAndGroupsActive() {
    assertThat(new UserTemplate("ann", 1).isActive(), is(false));
    assertThat(new GroupTemplate("devs", 1).isActive(), is(true));
  }

  @Test
  public void passwordsAreNotPrinted() {
    assertThat(
        PasswordCredential.unencrypted("hunter2").toString(), not(containsString("hunter2")));
    assertThat(PasswordCredential.NONE.isEncryptedCredential(), is(true));
  }

  @Test
  public void directoriesDoNotFollowTheirBuilder() {
    ImmutableDirectory.Builder builder = ImmutableDirectory.newBuilder();
    builder.setName("Okta");
    builder.setAttributes(Map.of("useNestedGroups", "false"));
    Directory directory = builder.toDirectory();
    builder.setName("changed");

    assertThat(directory.getName(), is("Okta"));
    assertThat(directory.getValue("useNestedGroups"), is("false"));
    assertThat(ImmutableDirectory.newBuilder(directory).toDirectory().getName(), is("Okta"));
  }

  @Test
  public void bulkResultCountsWhatIsNeitherFailedNorKept() {
    BulkAddResult.Builder<String> builder =
        BulkAddResult.<String>builder(5).addFailedEntity("a").addExistingEntities(List.of("b"));

    assertThat(builder.build().getAddedSuccessfully(), is(3L));
    assertThat(builder.setOverwrite(true).build().getAddedSuccessfully(), is(4L));
  }

  @Test
  public void buildsUserAndMembershipQueries() {
    EntityQuery<String> users =
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .with(Restriction.on(UserTermKeys.USERNAME).startingWith("a"))
            .startingAt(2)
            .returningAtMost(EntityQuery.ALL_RESULTS);
    MembershipQuery<String> members =
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withName("devs")
            .returningAtMost(10);

    assertThat(users instanceof UserQuery, is(true));
    assertThat(users.getStartIndex(), is(2));
    assertThat(members.isFindChildren(), is(true));
    assertThat(members.getEntityNamesToMatch(), is(Set.of("devs")));
    assertThat(members.getEntityToMatch(), is(EntityDescriptor.group()));
    assertThat(members.getEntityToReturn(), is(EntityDescriptor.user()));
  }

  @Test
  public void propertiesAreEqualByNameAndType() {
    assertThat(PropertyUtils.ofTypeString("name"), is(UserTermKeys.USERNAME));
    assertThat((Object) PropertyUtils.ofTypeBoolean("name"), is(not(UserTermKeys.USERNAME)));
  }

  @Test
  public void refusesWindowsAndCombinationsWithoutMeaning() {
    assertThrows(
        IllegalArgumentException.class,
        () -> QueryBuilder.queryFor(String.class, EntityDescriptor.user()).returningAtMost(0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                .startingAt(-1)
                .returningAtMost(1));
    assertThrows(IllegalArgumentException.class, () -> Combine.anyOf(List.of()));
  }

  @Test
  public void bothFormsOfNoRestrictionExist() {
    assertThat(NullRestriction.INSTANCE, notNullValue());
    assertThat(NullRestrictionImpl.INSTANCE, is(NullRestriction.INSTANCE));
  }

  @Test
  public void jobsRunOncePerClusterUnlessToldOtherwise() {
    JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of("sync"));

    assertThat(config.getRunMode(), is(RunMode.RUN_ONCE_PER_CLUSTER));
    assertThat(config, is(JobConfig.forJobRunnerKey(JobRunnerKey.of("sync"))));
    assertThat(
        config.withSchedule(Schedule.forInterval(60_000, null)).getSchedule().getType(),
        is(Schedule.Type.INTERVAL));
  }

  @Test
  public void schedulesKeepTheirTimeAndRefuseNegativeIntervalsAndTheOtherKind() {
    Date first = new Date(1_000);
    Schedule once = Schedule.runOnce(first);
    first.setTime(2_000);

    assertThat(once.getIntervalScheduleInfo().getFirstRunTime(), is(new Date(1_000)));
    assertThrows(IllegalArgumentException.class, () -> Schedule.forInterval(-1, null));
    assertThrows(IllegalStateException.class, once::getCronScheduleInfo);
  }
}
