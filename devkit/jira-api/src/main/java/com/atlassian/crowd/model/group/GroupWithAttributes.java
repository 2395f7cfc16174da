package com.atlassian.crowd.model.group;

import com.atlassian.crowd.embedded.api.Attributes;

/** A directory's group together with its attributes. */
public interface GroupWithAttributes extends Attributes, Group {}
