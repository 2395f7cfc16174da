package com.atlassian.annotations.security;

/** Everybody may call, signed in or not. */
public @interface UnrestrictedAccess {}
