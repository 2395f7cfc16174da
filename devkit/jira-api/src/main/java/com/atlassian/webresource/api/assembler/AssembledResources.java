package com.atlassian.webresource.api.assembler;

/** The resources gathered so far; the declared part has no members. */
public interface AssembledResources {}
