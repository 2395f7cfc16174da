package org.oktasync.devkit.host.scanner;

import java.beans.Introspector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.gemini.blueprint.service.exporter.support.OsgiServiceFactoryBean;
import org.eclipse.gemini.blueprint.service.importer.support.Availability;
import org.eclipse.gemini.blueprint.service.importer.support.OsgiServiceProxyFactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.BeanDefinitionParser;
import org.springframework.beans.factory.xml.ParserContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/**
 * Turns the index files below {@code META-INF/plugin-components} into bean definitions: components,
 * imported services and exported services, for every product and for Jira, with the profiles that
 * the element names. It also lives in a bundle of its own, so it may use no other class of the
 * host.
 */
public final class IndexParser implements BeanDefinitionParser {
  private static final String FOLDER = "META-INF/plugin-components/";

  @Override
  public BeanDefinition parse(Element element, ParserContext context) {
    BeanDefinitionRegistry registry = context.getRegistry();
    AnnotationConfigUtils.registerAnnotationConfigProcessors(registry);
    ClassLoader loader = context.getReaderContext().getResourceLoader().getClassLoader();
    List<String> folders = new ArrayList<>(List.of(FOLDER));
    for (String profile : StringUtils.commaDelimitedListToSet(element.getAttribute("profile"))) {
      folders.add(FOLDER + "profile-" + profile.trim() + "/");
    }
    for (String folder : folders) {
      readFolder(loader, folder, registry);
    }
    return null;
  }

  private static void readFolder(
      ClassLoader loader, String folder, BeanDefinitionRegistry registry) {
    for (String kind : List.of("", "-jira")) {
      for (String[] line : lines(loader, folder + "component" + kind)) {
        register(registry, beanName(line), component(line[0], false));
      }
      for (String[] line : lines(loader, folder + "primary-component" + kind)) {
        register(registry, beanName(line), component(line[0], true));
      }
      for (String[] line : lines(loader, folder + "imports" + kind)) {
        register(registry, beanName(line), imported(line[0]));
      }
    }
    for (String kind : List.of("", "-jira")) {
      for (String[] line : lines(loader, folder + "exports" + kind)) {
        String target = beanOf(line[0], registry);
        register(registry, "exported_" + target, exported(target, line));
      }
    }
  }

  private static RootBeanDefinition component(String className, boolean primary) {
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setBeanClassName(className);
    definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
    definition.setPrimary(primary);
    return definition;
  }

  private static RootBeanDefinition imported(String type) {
    RootBeanDefinition definition = new RootBeanDefinition(OsgiServiceProxyFactoryBean.class);
    definition.getPropertyValues().add("interfaces", new String[] {type});
    definition.getPropertyValues().add("availability", Availability.MANDATORY);
    return definition;
  }

  private static RootBeanDefinition exported(String target, String[] line) {
    RootBeanDefinition definition = new RootBeanDefinition(OsgiServiceFactoryBean.class);
    definition.getPropertyValues().add("targetBeanName", target);
    String types = line.length > 1 ? line[1] : line[0];
    definition.getPropertyValues().add("interfaces", types.split(","));
    definition.setLazyInit(false);
    return definition;
  }

  private static String beanOf(String className, BeanDefinitionRegistry registry) {
    for (String name : registry.getBeanDefinitionNames()) {
      if (className.equals(registry.getBeanDefinition(name).getBeanClassName())) {
        return name;
      }
    }
    throw new IllegalStateException(
        "The exports index names " + className + ", which is no component of this add-on");
  }

  private static void register(
      BeanDefinitionRegistry registry, String name, RootBeanDefinition definition) {
    if (registry.containsBeanDefinition(name)) {
      throw new IllegalStateException(
          "Two entries of the index files claim the bean name "
              + name
              + ". Give one of them a name of its own in the annotation");
    }
    registry.registerBeanDefinition(name, definition);
  }

  private static String beanName(String[] line) {
    return line.length > 1 ? line[1] : Introspector.decapitalize(ClassUtils.getShortName(line[0]));
  }

  private static List<String[]> lines(ClassLoader loader, String file) {
    List<String[]> lines = new ArrayList<>();
    URL url = loader.getResource(file);
    if (url == null) {
      return lines;
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.add(line.trim().split("#", 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the index file " + file, e);
    }
    return lines;
  }
}
