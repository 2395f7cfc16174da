package com.atlassian.annotations.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Visitors may call where the site allows anonymous access. */
@Retention(RetentionPolicy.RUNTIME)
public @interface AnonymousSiteAccess {}
