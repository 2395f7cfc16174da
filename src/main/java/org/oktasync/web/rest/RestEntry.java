package org.oktasync.web.rest;

import com.atlassian.sal.api.message.I18nResolver;
import javax.ws.rs.core.Response;
import org.oktasync.control.SyncLog;
import org.oktasync.web.access.AdminAccess;

/**
 * What every call of the REST interface goes through: the check of who is calling, then the work,
 * then the translation of whatever went wrong.
 */
public final class RestEntry {
  private final AdminAccess access;
  private final Texts texts;
  private final ErrorAnswers errors;
  private final SyncLog log;

  /**
   * @param resolver the add-on's texts, under {@code okta-sync.<code>}
   * @param log the product's log
   */
  public RestEntry(AdminAccess access, I18nResolver resolver, SyncLog log) {
    this.access = access;
    this.texts = new Texts(resolver);
    this.errors = new ErrorAnswers(texts, log);
    this.log = log;
  }

  /** What one call does, once it is known that the caller may. */
  @FunctionalInterface
  interface Work {
    /**
     * The answer, when all goes well.
     *
     * @param user the caller's user name
     */
    Response on(String user);
  }

  /** Answers a call; never throws. */
  Response answer(Work work) {
    try {
      return work.on(access.requireAdministrator());
    } catch (RuntimeException e) {
      return errors.of(e);
    }
  }

  Texts texts() {
    return texts;
  }

  SyncLog log() {
    return log;
  }
}
