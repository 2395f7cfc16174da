package org.oktasync.devkit.host.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Holds back HTML so that it can be decorated; every other type goes straight to the browser. */
final class HtmlBuffer extends HttpServletResponseWrapper {
  private StringWriter text;
  private PrintWriter writer;
  private ByteArrayOutputStream bytes;

  HtmlBuffer(HttpServletResponse response) {
    super(response);
  }

  private boolean isHtml() {
    return getContentType() != null && getContentType().startsWith("text/html");
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (!isHtml()) {
      return super.getWriter();
    }
    if (writer == null) {
      text = new StringWriter();
      writer = new PrintWriter(text);
    }
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (!isHtml()) {
      return super.getOutputStream();
    }
    bytes = bytes == null ? new ByteArrayOutputStream() : bytes;
    return new Stream(bytes);
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!hasHtml()) {
      super.flushBuffer();
    }
  }

  boolean hasHtml() {
    return writer != null || bytes != null;
  }

  String html() {
    return writer != null ? text.toString() : bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class Stream extends ServletOutputStream {
    private final ByteArrayOutputStream target;

    Stream(ByteArrayOutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) {
      target.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("HTML pages are written synchronously");
    }
  }
}
