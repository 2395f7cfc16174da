package com.atlassian.webresource.api;

/** How addresses of web resources are written. */
public enum UrlMode {
  ABSOLUTE,
  RELATIVE,
  AUTO
}
