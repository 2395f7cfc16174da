package org.oktasync.fakes;

import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** How an Assets in memory says no. */
final class AssetsRefusal {
  private AssetsRefusal() {}

  static TargetException invalid(String why) {
    return of(Kind.INVALID, "assets-refused", why);
  }

  static TargetException taken(String why) {
    return of(Kind.CONFLICT, "assets-value-taken", why);
  }

  static TargetException missing(String what) {
    return of(Kind.NOT_FOUND, "assets-not-found", what);
  }

  static TargetException fatal(String code, String what) {
    return of(Kind.FATAL, code, what);
  }

  static TargetException denied(String what) {
    return of(Kind.DENIED, "assets-forbidden", what);
  }

  private static TargetException of(Kind kind, String code, String why) {
    return new TargetException(kind, Message.of(code, "test", why), null);
  }
}
