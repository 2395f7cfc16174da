package com.atlassian.crowd.model.user;

/** A directory's user together with its attributes. */
public interface UserWithAttributes
    extends User, com.atlassian.crowd.embedded.api.UserWithAttributes {}
