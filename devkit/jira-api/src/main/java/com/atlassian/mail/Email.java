package com.atlassian.mail;

import java.io.Serializable;

/** A mail that is not sent yet. Without a sender it goes out under the mail server's own. */
public class Email implements Serializable {
  private static final long serialVersionUID = 1L;

  private String to;
  private String cc;
  private String bcc;
  private String from;
  private String fromName;
  private String replyTo;
  private String subject;
  private String body;
  private String mimeType = "text/plain";
  private String encoding = "UTF-8";

  public Email(String to) {
    this(to, null, null);
  }

  public Email(String to, String cc, String bcc) {
    if (to == null && cc == null && bcc == null) {
      throw new IllegalArgumentException("An e-mail needs a recipient");
    }
    this.to = to;
    this.cc = cc;
    this.bcc = bcc;
  }

  public Email setTo(String to) {
    this.to = to;
    return this;
  }

  public Email setCc(String cc) {
    this.cc = cc;
    return this;
  }

  public Email setBcc(String bcc) {
    this.bcc = bcc;
    return this;
  }

  public Email setFrom(String from) {
    this.from = from;
    return this;
  }

  public Email setFromName(String fromName) {
    this.fromName = fromName;
    return this;
  }

  public Email setReplyTo(String replyTo) {
    this.replyTo = replyTo;
    return this;
  }

  public Email setSubject(String subject) {
    this.subject = subject;
    return this;
  }

  public Email setBody(String body) {
    this.body = body;
    return this;
  }

  public Email setMimeType(String mimeType) {
    this.mimeType = mimeType;
    return this;
  }

  public Email setEncoding(String encoding) {
    this.encoding = encoding;
    return this;
  }

  public String getTo() {
    return to;
  }

  public String getCc() {
    return cc;
  }

  public String getBcc() {
    return bcc;
  }

  public String getFrom() {
    return from;
  }

  public String getFromName() {
    return fromName;
  }

  public String getReplyTo() {
    return replyTo;
  }

  public String getSubject() {
    return subject;
  }

  public String getBody() {
    return body;
  }

  public String getMimeType() {
    return mimeType;
  }

  public String getEncoding() {
    return encoding;
  }
}
