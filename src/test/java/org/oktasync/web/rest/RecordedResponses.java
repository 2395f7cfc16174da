package org.oktasync.web.rest;

import static org.mockito.Mockito.mock;

import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.ext.RuntimeDelegate;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/**
 * Stands in for the host's JAX-RS, which the API needs to make any response: remembers what a
 * resource put into its response.
 */
final class RecordedResponses extends RuntimeDelegateStub {
  @Override
  public ResponseBuilder createResponseBuilder() {
    return mock(ResponseBuilder.class, new Recorder());
  }

  /** Makes responses recordable in this JVM. */
  static void install() {
    RuntimeDelegate.setInstance(new RecordedResponses());
  }

  /** Takes what a builder is told, and gives it back as a response. */
  private static final class Recorder implements Answer<Object> {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status;
    private Object entity;

    @Override
    public Object answer(InvocationOnMock call) {
      switch (call.getMethod().getName()) {
        case "status" -> status = call.getArgument(0);
        case "entity" -> entity = call.getArgument(0);
        case "type" -> headers.put("Content-Type", call.getArgument(0));
        case "header" ->
            headers.put(call.getArgument(0), String.valueOf(call.<Object>getArgument(1)));
        case "build" -> {
          return mock(Response.class, this::read);
        }
        default -> throw new UnsupportedOperationException(call.toString());
      }
      return call.getMock();
    }

    private Object read(InvocationOnMock call) {
      return switch (call.getMethod().getName()) {
        case "getStatus" -> status;
        case "getEntity" -> entity;
        case "getHeaderString" -> headers.get(call.<String>getArgument(0));
        default -> throw new UnsupportedOperationException(call.toString());
      };
    }
  }
}
