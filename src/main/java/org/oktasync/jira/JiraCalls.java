package org.oktasync.jira;

import org.oktasync.target.TargetException;

/** Makes every call into Jira, so that whatever is thrown leaves as a {@link TargetException}. */
final class JiraCalls {
  private JiraCalls() {}

  /** One call into Jira. */
  interface Call<T> {
    T make() throws Exception;
  }

  /** One call into Jira that answers nothing. */
  interface Order {
    void make() throws Exception;
  }

  /**
   * Makes a call.
   *
   * @param subject the account, group or directory that the call is about, for the message
   * @throws TargetException for every exception, and for a member that this Jira does not have
   */
  static <T> T ask(String subject, Call<T> call) {
    try {
      return call.make();
    } catch (TargetException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw JiraFailures.translate(subject, e);
    }
  }

  /** Makes a call that answers nothing; otherwise as {@link #ask}. */
  static void order(String subject, Order order) {
    ask(
        subject,
        () -> {
          order.make();
          return null;
        });
  }
}
