package com.atlassian.sal.api;

/** How an address of the host is to be written. */
public enum UrlMode {
  CANONICAL,
  ABSOLUTE,
  RELATIVE,
  RELATIVE_CANONICAL,
  AUTO
}
