package com.atlassian.annotations.security;

/** Visitors may call where the site allows anonymous access. */
public @interface AnonymousSiteAccess {}
