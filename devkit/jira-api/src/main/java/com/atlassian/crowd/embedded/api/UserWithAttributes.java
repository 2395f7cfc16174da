package com.atlassian.crowd.embedded.api;

/** A user together with its attributes. */
public interface UserWithAttributes extends User, Attributes {}
