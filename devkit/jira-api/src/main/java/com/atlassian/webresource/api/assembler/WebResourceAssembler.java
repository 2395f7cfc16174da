package com.atlassian.webresource.api.assembler;

/** Resources and data of one page. */
public interface WebResourceAssembler {
  AssembledResources assembled();

  RequiredResources resources();

  RequiredData data();

  WebResourceAssembler copy();
}
