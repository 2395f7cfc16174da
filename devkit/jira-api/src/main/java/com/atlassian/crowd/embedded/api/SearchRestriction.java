package com.atlassian.crowd.embedded.api;

/** Marks a condition of a search. */
public interface SearchRestriction {}
