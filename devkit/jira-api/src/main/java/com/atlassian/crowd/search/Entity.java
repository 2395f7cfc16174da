package com.atlassian.crowd.search;

/** What a search returns or matches. */
public enum Entity {
  USER,
  GROUP,
  TOKEN,
  DIRECTORY,
  APPLICATION,
  ALIAS
}
