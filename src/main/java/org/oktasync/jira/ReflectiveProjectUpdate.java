package org.oktasync.jira;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Gives a project another lead. Jira takes it as {@code UpdateProjectParameters}, of which no
 * source tells whether its factory takes a {@code long} or a {@code Long}; its methods are
 * therefore found by name.
 */
final class ReflectiveProjectUpdate {
  static final String PARAMETERS = "com.atlassian.jira.project.UpdateProjectParameters";

  private final ClassLoader jira;

  /** What was found. */
  record Methods(Method forProject, Method leadUserKey, Method updateProject) {}

  ReflectiveProjectUpdate() {
    this(ProjectManager.class.getClassLoader());
  }

  ReflectiveProjectUpdate(ClassLoader jira) {
    this.jira = jira;
  }

  /**
   * @throws ReflectiveOperationException when this Jira has no such methods
   */
  Methods find() throws ReflectiveOperationException {
    Class<?> parameters = jira.loadClass(PARAMETERS);
    return new Methods(
        factory(parameters),
        parameters.getMethod("leadUserKey", String.class),
        ProjectManager.class.getMethod("updateProject", parameters));
  }

  /** The method that begins a change of a project, whichever number it takes. */
  static Method factory(Class<?> parameters) throws NoSuchMethodException {
    return Arrays.stream(parameters.getMethods())
        .filter(method -> method.getName().equals("forProject"))
        .filter(ReflectiveProjectUpdate::takesAnId)
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(parameters.getName() + ".forProject"));
  }

  private static boolean takesAnId(Method method) {
    Class<?>[] types = method.getParameterTypes();
    boolean one = types.length == 1 && (types[0] == long.class || types[0] == Long.class);
    return Modifier.isStatic(method.getModifiers()) && one;
  }

  void setLead(ProjectManager projects, Project project, String userKey) throws Exception {
    Methods methods = find();
    try {
      Object parameters = methods.forProject().invoke(null, project.getId());
      Object withLead = methods.leadUserKey().invoke(parameters, userKey);
      methods.updateProject().invoke(projects, withLead);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
