package com.atlassian.annotations.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Everybody may call, signed in or not. */
@Retention(RetentionPolicy.RUNTIME)
public @interface UnrestrictedAccess {}
