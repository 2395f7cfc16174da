package org.oktasync.devkit.host.resource;

import com.atlassian.webresource.api.assembler.AssembledResources;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredData;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import com.atlassian.webresource.api.assembler.resource.ResourcePhase;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers the web resources that the page of the current thread asks for. */
public final class PageResources implements PageBuilderService {
  private final ThreadLocal<Gathered> page = ThreadLocal.withInitial(Gathered::new);

  @Override
  public WebResourceAssembler assembler() {
    return page.get();
  }

  @Override
  public void seed(WebResourceAssembler assembler) {
    if (page.get().isUsed()) {
      throw new IllegalStateException("The page has already asked for resources");
    }
    page.set((Gathered) assembler);
  }

  /** The keys of modules that the page has asked for, in order. */
  public Set<String> modules() {
    return page.get().modules;
  }

  /** The contexts that the page has asked for, in order. */
  public Set<String> contexts() {
    return page.get().contexts;
  }

  /** Forgets everything; the host calls it after each request. */
  public void endPage() {
    page.remove();
  }

  private static final class Gathered
      implements WebResourceAssembler, RequiredResources, AssembledResources {
    private final Set<String> modules = new LinkedHashSet<>();
    private final Set<String> contexts = new LinkedHashSet<>();

    boolean isUsed() {
      return !modules.isEmpty() || !contexts.isEmpty();
    }

    @Override
    public AssembledResources assembled() {
      return this;
    }

    @Override
    public RequiredResources resources() {
      return this;
    }

    @Override
    public RequiredData data() {
      throw refused("data(): it needs inline script; write data- attributes instead");
    }

    @Override
    public WebResourceAssembler copy() {
      Gathered copy = new Gathered();
      copy.modules.addAll(modules);
      copy.contexts.addAll(contexts);
      return copy;
    }

    @Override
    public RequiredResources requireWebResource(String key) {
      modules.add(key);
      return this;
    }

    @Override
    public RequiredResources requireWebResource(ResourcePhase phase, String key) {
      return requireWebResource(key);
    }

    @Override
    public RequiredResources requireContext(String context) {
      contexts.add(context);
      return this;
    }

    @Override
    public RequiredResources requireContext(ResourcePhase phase, String context) {
      return requireContext(context);
    }

    @Override
    public RequiredResources requireModule(String name) {
      throw refused("requireModule");
    }

    @Override
    public RequiredResources requireModule(ResourcePhase phase, String name) {
      throw refused("requireModule");
    }

    @Override
    public RequiredResources exclude(Set<String> excludedModules, Set<String> excludedContexts) {
      throw refused("exclude");
    }

    @Override
    public RequiredResources requirePage(String key) {
      throw refused("requirePage");
    }

    @Override
    public RequiredResources requirePage(ResourcePhase phase, String key) {
      throw refused("requirePage");
    }

    @Override
    public RequiredResources excludeSuperbatch() {
      throw refused("excludeSuperbatch");
    }

    @Override
    public RequiredResources requireSuperbatch(ResourcePhase phase) {
      return this;
    }

    private static UnsupportedOperationException refused(String call) {
      return new UnsupportedOperationException("The stand-in has no " + call);
    }
  }
}
