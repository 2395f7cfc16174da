package com.atlassian.webresource.api.assembler;

import com.atlassian.webresource.api.assembler.resource.ResourcePhase;
import java.util.Set;

/** Scripts and styles that the page needs. */
public interface RequiredResources {
  RequiredResources requireWebResource(String key);

  RequiredResources requireWebResource(ResourcePhase phase, String key);

  RequiredResources requireModule(String name);

  RequiredResources requireModule(ResourcePhase phase, String name);

  RequiredResources requireContext(String context);

  RequiredResources requireContext(ResourcePhase phase, String context);

  RequiredResources exclude(Set<String> webResources, Set<String> contexts);

  RequiredResources requirePage(String key);

  RequiredResources requirePage(ResourcePhase phase, String key);

  RequiredResources excludeSuperbatch();

  RequiredResources requireSuperbatch(ResourcePhase phase);
}
