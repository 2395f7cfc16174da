package org.oktasync.okta;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** An answer of a {@link RawServer}, whole or broken in a certain way. */
record Reply(int status, List<String> headers, String body, How how) {
  /** How an answer is sent. */
  enum How {
    WHOLE,
    /** The stated length is longer than what comes before the connection is closed. */
    CUT,
    /** The chunks end in the middle, and the connection with them. */
    CUT_IN_CHUNKS,
    /** The connection is reset in the middle. */
    RESET,
    /** Nothing comes at all, as long as the client waits. */
    SILENT,
    /** The headers come, then half of the body, then nothing more. */
    HANGING
  }

  static Reply json(String body) {
    return new Reply(200, List.of("Content-Type: application/json"), body, How.WHOLE);
  }

  static Reply status(int status, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/json");
    return new Reply(status, all, "{\"errorCode\":\"E0000001\"}", How.WHOLE);
  }

  static Reply html(int status) {
    return new Reply(
        status,
        List.of("Content-Type: text/html;charset=utf-8"),
        "<html>Sign in</html>",
        How.WHOLE);
  }

  Reply sent(How other) {
    return new Reply(status, headers, body, other);
  }

  Reply with(String... more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return new Reply(status, all, body, how);
  }

  /** Writes the answer; false when the connection is to be closed. */
  boolean write(OutputStream out, InputStream in, Socket socket) throws IOException {
    byte[] bytes = RawServer.bytes(body);
    int half = bytes.length / 2;
    if (how == How.SILENT) {
      return in.read() >= 0;
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append(
        how == How.CUT_IN_CHUNKS
            ? "Transfer-Encoding: chunked\r\n\r\n"
            : "Content-Length: " + bytes.length + "\r\n\r\n");
    out.write(RawServer.bytes(head.toString()));
    if (how == How.CUT_IN_CHUNKS) {
      out.write(RawServer.bytes(Integer.toHexString(bytes.length) + "\r\n"));
    }
    out.write(bytes, 0, how == How.WHOLE ? bytes.length : half);
    out.flush();
    if (how == How.HANGING) {
      return in.read() >= 0;
    }
    if (how == How.RESET) {
      socket.setSoLinger(true, 0);
    }
    return how == How.WHOLE;
  }
}
