package com.atlassian.audit.entity;

/** From which setting of the audit log on an event is kept. */
public enum CoverageLevel {
  BASE,
  ADVANCED,
  FULL
}
