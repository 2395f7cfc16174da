package org.oktasync.devkit.host.template;

import com.atlassian.templaterenderer.RenderingException;
import com.atlassian.templaterenderer.TemplateRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.collections.ExtendedProperties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.oktasync.devkit.host.web.Html;

/**
 * Renders the Velocity templates of one add-on. Every reference is escaped for HTML unless its name
 * ends in {@code Html}, the renderer's own convention for markup.
 */
public final class PluginTemplates implements TemplateRenderer {
  private final VelocityEngine engine = new VelocityEngine();
  private final ClassLoader loader;

  /**
   * @param loader finds the templates
   */
  public PluginTemplates(ClassLoader loader) {
    this.loader = loader;
    engine.setProperty("runtime.log.logsystem", new NullLogChute());
    engine.setProperty("resource.loader", "bundle");
    engine.setProperty("bundle.resource.loader.instance", new BundleLoader(loader));
    engine.setProperty("input.encoding", "UTF-8");
    engine.setProperty("runtime.introspector.uberspect", AllowListUberspect.class.getName());
    withHostLoader(
        () -> {
          engine.init();
          return null;
        });
  }

  private interface Work {
    Object run() throws Exception;
  }

  /** Velocity finds its own classes through the thread's class loader. */
  private static Object withHostLoader(Work work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PluginTemplates.class.getClassLoader());
    try {
      return work.run();
    } catch (RenderingException e) {
      throw e;
    } catch (Exception e) {
      throw new RenderingException("Cannot render: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static VelocityContext context(Map<String, Object> values) {
    VelocityContext context = new VelocityContext(new HashMap<>(values));
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(
        (ReferenceInsertionEventHandler) PluginTemplates::insert);
    cartridge.attachToContext(context);
    return context;
  }

  private static Object insert(String reference, Object value) {
    boolean markup = reference.endsWith("Html") || reference.endsWith("Html}");
    return value == null || markup ? value : Html.escape(value);
  }

  @Override
  public void render(String template, Writer writer) throws IOException {
    render(template, Map.of(), writer);
  }

  @Override
  public void render(String template, Map<String, Object> values, Writer writer)
      throws IOException {
    StringWriter text = new StringWriter();
    withHostLoader(
        () -> {
          engine.getTemplate(template, "UTF-8").merge(context(values), text);
          return null;
        });
    writer.write(text.toString());
    writer.flush();
  }

  @Override
  public String renderFragment(String fragment, Map<String, Object> values) {
    StringWriter text = new StringWriter();
    withHostLoader(() -> engine.evaluate(context(values), text, "fragment", fragment));
    return text.toString();
  }

  @Override
  public boolean resolve(String template) {
    return loader.getResource(withoutSlash(template)) != null;
  }

  private static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static final class BundleLoader extends ResourceLoader {
    private final ClassLoader bundle;

    BundleLoader(ClassLoader bundle) {
      this.bundle = bundle;
    }

    @Override
    public void init(ExtendedProperties properties) {}

    @Override
    public InputStream getResourceStream(String name) {
      InputStream in = bundle.getResourceAsStream(withoutSlash(name));
      if (in == null) {
        throw new ResourceNotFoundException("No template " + name + " in the add-on");
      }
      return in;
    }

    @Override
    public boolean isSourceModified(Resource resource) {
      return false;
    }

    @Override
    public long getLastModified(Resource resource) {
      return 0;
    }
  }
}
