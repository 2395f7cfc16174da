package com.atlassian.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stable for add-ons. */
@Documented
@Retention(RetentionPolicy.CLASS)
public @interface PublicApi {}
