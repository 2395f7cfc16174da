package org.oktasync.plan;

/** Stable codes of why something is left alone or taken away. */
public final class Reasons {
  public static final String INACTIVE = "inactive";
  public static final String NOT_FOUND = "gone";

  /** An object is missing from the list of the source that it was made from. */
  public static final String OBJECT_GONE = "assets-object-gone";

  public static final String OUT_OF_SCOPE = "out-of-scope";

  /** An administrator named the person as one who is never touched. */
  public static final String EXCLUDED = "excluded";

  /** The person is inactive in the source; the account stays active because the policy says so. */
  public static final String KEPT_INACTIVE = "kept-inactive";

  /** The person is out of scope; the account stays active because the policy says so. */
  public static final String KEPT_OUT_OF_SCOPE = "kept-out-of-scope";

  /** The source no longer has the person; the account stays active because the policy says so. */
  public static final String KEPT_GONE = "kept-gone";

  /** An administrator, a protected account or the account that runs the sync. */
  public static final String PROTECTED_ACCOUNT = "protected-account";

  /** A group that gives administration rights, or is on the list of protected groups. */
  public static final String PROTECTED_GROUP = "protected-group";

  /** Jira renamed or anonymised the account since it was linked. */
  public static final String RENAMED_IN_JIRA = "renamed-in-jira";

  /** Another person of the source has or gets this name. */
  public static final String NAME_DISPUTED = "name-disputed";

  /** An account of the target directory has this name, without a link. */
  public static final String NAME_TAKEN = "name-taken";

  /** An unlinked account of the target directory is probably this person's own. */
  public static final String ADOPTION_CANDIDATE = "adoption-candidate";

  /** Another directory has an account of this name. */
  public static final String NAME_IN_OTHER_DIRECTORY = "name-in-other-directory";

  /** Another directory has the person's account of this name, and an administrator said so. */
  public static final String TAKEN_OVER = "taken-over";

  /** An administrator said just now that the person takes over an account. */
  public static final String TAKE_OVER_NOTED = "take-over-noted";

  /** An administrator said that the person takes over an account; a full run will see to it. */
  public static final String TAKE_OVER_WAITS = "take-over-waits";

  /** An administrator said so, and the person is not active and in scope at present. */
  public static final String TAKE_OVER_RESTS = "take-over-rests";

  /** An administrator said so, and the source has the person no longer. */
  public static final String TAKE_OVER_GONE = "take-over-gone";

  /** The account to be taken over is no longer in that directory under that name. */
  public static final String NAMESAKE_GONE = "namesake-gone";

  /** The account to be taken over, or its directory, is switched off. */
  public static final String NAMESAKE_OFF = "namesake-off";

  /** Jira has another user by that name than when the word was given. */
  public static final String NAMESAKE_OTHER = "namesake-other";

  /** Several other directories have an account of this name. */
  public static final String NAMESAKE_SEVERAL = "namesake-several";

  /** The account to be taken over administers Jira, or is protected. */
  public static final String NAMESAKE_PROTECTED = "namesake-protected";

  /** Another directory has an account of the present name, which would become another user. */
  public static final String RENAME_SPLITS = "rename-splits";

  /** Somebody else of the connection is linked to the user whom the account belongs to. */
  public static final String NAMESAKE_LINKED = "namesake-linked";

  /** Several people of the source want this name. */
  public static final String NAMESAKE_DISPUTED = "namesake-disputed";

  /** The source has another name for the person than when the word was given. */
  public static final String NAMESAKE_NAME_CHANGED = "namesake-name-changed";

  /** A group of the source is kept in step under this name, so that nobody brings it along. */
  public static final String GROUP_FOLLOWS_SOURCE = "group-follows-source";

  /** Somebody had this name once; Jira still knows the user key. */
  public static final String NAME_OF_FORMER_USER = "name-of-former-user";

  /** The connection does not create accounts. */
  public static final String CREATE_OFF = "create-off";

  /** The connection does not reactivate accounts. */
  public static final String REACTIVATE_OFF = "reactivate-off";

  /** A group of the target directory has this name, without a link. */
  public static final String GROUP_NAME_TAKEN = "group-name-taken";

  /** Another directory has a group of this name. */
  public static final String GROUP_NAME_IN_OTHER_DIRECTORY = "group-name-in-other-directory";

  /** Another group of the source has or gets this name. */
  public static final String GROUP_NAME_DISPUTED = "group-name-disputed";

  /** The settings leave the group out, or no longer name it; Jira keeps it. */
  public static final String GROUP_LEFT_OUT = "group-left-out";

  /** A group of the source that fills a named group of Jira does not exist. */
  public static final String MAPPED_GROUP_GONE = "mapped-group-gone";

  /** An administrator named the group in the settings, so that it may exist anywhere. */
  public static final String NAMED = "named";

  /** The same, although it gives administration rights. */
  public static final String NAMED_TO_ADMINISTER = "named-to-administer";

  /** The source renamed the group; Jira keeps the name. */
  public static final String GROUP_RENAMED = "group-renamed";

  /** The source no longer has the group; Jira keeps it. */
  public static final String GROUP_NOT_FOUND = "group-not-found";

  /** The source no longer has the group, but people are in it who are not the connection's. */
  public static final String GROUP_HAS_OTHERS = "group-has-others";

  /** The account is on the list of protected ones and leaves no group by a run. */
  public static final String PROTECTED_MEMBER = "protected-member";

  /** The account is to be deactivated, and has waited too short a time for it. */
  public static final String DEACTIVATION_WAITS = "deactivation-waits";

  /** The account is to be deleted, and was deactivated too short a time ago. */
  public static final String DELETION_WAITS = "deletion-waits";

  /** The account is to be deleted once somebody else leads what it leads. */
  public static final String DELETION_HANDS_OVER = "deletion-hands-over";

  /** The account is to be deleted, but it was not a run that deactivated it. */
  public static final String DELETION_NOT_OURS = "deletion-not-ours";

  /** Who is to take over a lead would be deactivated, too. */
  public static final String LEAD_LEAVES = "lead-leaves";

  /** Jira cannot tell what the account leads, or whether somebody else may. */
  public static final String LEADS_UNKNOWN = "leads-unknown";

  /** The account still leads what somebody else was to take over. */
  public static final String STILL_LEADS = "still-leads";

  /** Another place of the same account could not be handed over. */
  public static final String LEADS_TOGETHER = "leads-together";

  /** Somebody else leads by now what the run that is undone had handed over. */
  public static final String UNDO_LEAD_CHANGED = "undo-lead-changed";

  /** The run that is undone had made the account. */
  public static final String UNDO_CREATED = "undo-created";

  /** The run that is undone had switched the account on. */
  public static final String UNDO_REACTIVATED = "undo-reactivated";

  /** The run that is undone linked it; undoing releases no link. */
  public static final String UNDO_LINK_STAYS = "undo-link-stays";

  /** The run that is undone made the group; undoing deletes nothing. */
  public static final String UNDO_GROUP_STAYS = "undo-group-stays";

  /** What the run that is undone did has no way back. */
  public static final String UNDO_IRREVERSIBLE = "undo-irreversible";

  /** It no longer belongs to the connection. */
  public static final String UNDO_UNLINKED = "undo-unlinked";

  /** Somebody deleted the account since. */
  public static final String UNDO_ACCOUNT_GONE = "undo-account-gone";

  /** Somebody deleted the group since. */
  public static final String UNDO_GROUP_GONE = "undo-group-gone";

  /** The account has got another name since. */
  public static final String UNDO_RENAMED = "undo-renamed";

  /** The value is no longer the one that the run left. */
  public static final String UNDO_CHANGED_SINCE = "undo-changed-since";

  /** The name that the account had before is no longer free. */
  public static final String UNDO_NAME_TAKEN = "undo-name-taken";

  /** The object is made because others refer to it. */
  public static final String REFERRED_TO = "assets-object-referred-to";

  /** Two objects of the source have the same key. */
  public static final String OBJECT_KEY_TWICE = "assets-key-twice";

  /** Two objects of Assets have the same key. */
  public static final String OBJECT_FOUND_TWICE = "assets-found-twice";

  /** Another object keeps the key that an object is to have, because it was left alone itself. */
  public static final String OBJECT_KEY_KEPT = "assets-key-kept";

  /** The run that is undone had made the object. */
  public static final String UNDO_OBJECT_CREATED = "undo-object-created";

  /** Somebody deleted or archived the object since. */
  public static final String UNDO_OBJECT_GONE = "undo-object-gone";

  private Reasons() {}
}
