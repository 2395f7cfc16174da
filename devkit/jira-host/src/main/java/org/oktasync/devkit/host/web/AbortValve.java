package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a servlet end the connection of its request without an answer. */
final class AbortValve extends ValveBase {
  /** The attribute of requests that does it. */
  static final String ATTRIBUTE = "org.oktasync.devkit.host.abort";

  AbortValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Runnable abort = () -> request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    request.setAttribute(ATTRIBUTE, abort);
    getNext().invoke(request, response);
  }
}
