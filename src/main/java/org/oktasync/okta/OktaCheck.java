package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.SourceCheck;
import org.oktasync.source.SourceCheck.Step;
import org.oktasync.source.SourceException;

/** Tries a connection step by step; a step that cannot be tried is left out. */
final class OktaCheck {
  static final String REACH = "reach";
  static final String SIGN_IN = "sign-in";
  static final String ORGANISATION = "organisation";
  static final String READ_USERS = "read-users";
  static final String READ_GROUPS = "read-groups";
  static final String READ_MEMBERS = "read-members";
  static final String NO_USERS = "okta-no-users";

  /** A person waits for the result. */
  private static final int RETRIES = 1;

  private final OktaCalls calls;
  private final OktaLists lists;
  private final StopSignal stop;
  private final SyncLog log;
  private final List<Step> steps = new ArrayList<>();
  private Organisation organisation = Organisation.UNKNOWN;

  OktaCheck(OktaCalls calls, OktaLists lists, StopSignal stop, SyncLog log) {
    this.calls = calls;
    this.lists = lists;
    this.stop = stop;
    this.log = log;
  }

  SourceCheck run() {
    Page<SourceUser> users;
    try {
      users = firstPage(lists.userWalk(), lists.plainUsers(1));
    } catch (SourceException e) {
      failed(e);
      return result();
    }
    passed(REACH);
    passed(SIGN_IN);
    findOrganisation();
    if (users.items().isEmpty()) {
      steps.add(new Step(READ_USERS, false, Message.of(NO_USERS)));
    } else {
      passed(READ_USERS);
    }
    readGroups();
    return result();
  }

  /** The failure of the first call, at the step that it belongs to. */
  private void failed(SourceException e) {
    switch (e.problem().code()) {
      case OktaErrorTranslator.TOKEN -> {
        passed(REACH);
        steps.add(new Step(SIGN_IN, false, e.problem()));
      }
      case OktaErrorTranslator.FORBIDDEN -> {
        passed(REACH);
        passed(SIGN_IN);
        steps.add(new Step(READ_USERS, false, e.problem()));
      }
      default -> steps.add(new Step(REACH, false, e.problem()));
    }
  }

  private void findOrganisation() {
    organisation = new OrganisationFinder(calls, lists, stop, log).find();
    steps.add(new Step(ORGANISATION, true, organisation.message()));
  }

  private void readGroups() {
    Page<SourceGroup> groups;
    try {
      groups = firstPage(lists.groupWalk(), lists.groups());
    } catch (SourceException e) {
      steps.add(new Step(READ_GROUPS, false, e.problem()));
      return;
    }
    passed(READ_GROUPS);
    Optional<SourceGroup> probe =
        groups.items().stream()
            .filter(group -> group.statedMembers().orElse(1) > 0 && !group.builtIn())
            .findFirst();
    probe.or(() -> groups.items().stream().findFirst()).ifPresent(this::readMembers);
  }

  private void readMembers(SourceGroup group) {
    try {
      firstPage(lists.idWalk(), lists.members(group.id().value(), 1));
      passed(READ_MEMBERS);
    } catch (SourceException e) {
      steps.add(new Step(READ_MEMBERS, false, e.problem()));
    }
  }

  private <T> Page<T> firstPage(ListWalk<T> walk, OktaRequest request) {
    return walk.firstPage(request.withRetries(RETRIES), stop);
  }

  private void passed(String step) {
    steps.add(new Step(step, true, Message.of("okta-test-" + step)));
  }

  private SourceCheck result() {
    return new SourceCheck(steps, organisation.id(), organisation.name());
  }
}
