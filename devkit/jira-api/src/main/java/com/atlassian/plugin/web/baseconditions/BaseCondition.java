package com.atlassian.plugin.web.baseconditions;

/** Marks every kind of condition. */
public interface BaseCondition {}
