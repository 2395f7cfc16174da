package com.atlassian.webresource.api.assembler;

/** Gathers the web resources of the page in work. */
public interface PageBuilderService {
  WebResourceAssembler assembler();

  void seed(WebResourceAssembler assembler);
}
