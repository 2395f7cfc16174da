package org.oktasync.devkit.jiraapi;

import com.atlassian.jira.cluster.Node;
import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.jira.event.user.LoginEvent;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.scheme.Scheme;
import com.atlassian.jira.scheme.SchemeEntity;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginInformation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reaches, for the stand-in host and for tests, what the declared types keep closed because no
 * public source shows how the product opens it. An add-on never sees this class: no host exports
 * its package.
 */
public final class HostSeams {
  private HostSeams() {}

  /** Sets where {@link ComponentAccessor} finds components; the lookup answers null for none. */
  public static void setComponents(Function<Class<?>, Object> lookup) {
    try {
      Method setter = ComponentAccessor.class.getDeclaredMethod("setComponents", Function.class);
      setter.setAccessible(true);
      setter.invoke(null, lookup);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ComponentAccessor has no setComponents(Function)", e);
    }
  }

  /** The event that this user signed in. */
  public static LoginEvent loginEvent(ApplicationUser user) {
    return create(LoginEvent.class, new Class<?>[] {ApplicationUser.class}, user);
  }

  /** The id of the project that these parameters change. */
  public static long projectId(UpdateProjectParameters parameters) {
    return (long) get(parameters, "projectId");
  }

  /** The user key of the lead that these parameters set; null when they set none. */
  public static String leadUserKey(UpdateProjectParameters parameters) {
    return (String) get(parameters, "leadUserKey");
  }

  private static Object get(Object target, String name) {
    try {
      Field field = target.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(target.getClass() + " has no " + name, e);
    }
  }

  /** The cluster node of this id. */
  public static Node node(String nodeId) {
    return create(Node.class, new Class<?>[] {String.class}, nodeId);
  }

  /** The helper of a fragment whose page has these parameters. */
  public static JiraHelper jiraHelper(Map<String, Object> contextParams) {
    return create(JiraHelper.class, new Class<?>[] {Map.class}, contextParams);
  }

  /** What an installed add-on says of itself; description and vendor may be null. */
  public static PluginInformation pluginInformation(
      String version, String description, String vendor, Map<String, String> parameters) {
    Class<?>[] types = {String.class, String.class, String.class, Map.class};
    return create(PluginInformation.class, types, version, description, vendor, parameters);
  }

  /** A scheme with its entries. */
  public static Scheme scheme(long id, String name, List<SchemeEntity> entities) {
    return create(
        Scheme.class, new Class<?>[] {Long.class, String.class, List.class}, id, name, entities);
  }

  /** An entry of a scheme; what it is about depends on the kind of scheme. */
  public static SchemeEntity schemeEntity(String type, String parameter, Object about) {
    Class<?>[] types = {String.class, String.class, Object.class};
    return create(SchemeEntity.class, types, type, parameter, about);
  }

  private static <T> T create(Class<T> type, Class<?>[] parameterTypes, Object... arguments) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(parameterTypes);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }
}
