package com.atlassian.crowd.embedded.api;

/** A group by name; equality follows the lower-case name. */
public interface Group extends Comparable<Group> {
  String getName();
}
