package com.atlassian.crowd.embedded.api;

/** A group together with its attributes. */
public interface GroupWithAttributes extends Group, Attributes {}
