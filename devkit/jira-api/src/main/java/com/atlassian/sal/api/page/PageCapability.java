package com.atlassian.sal.api.page;

/** How a sign-in page will be shown. */
public enum PageCapability {
  IFRAME
}
