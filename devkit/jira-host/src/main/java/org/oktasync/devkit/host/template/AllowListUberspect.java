package org.oktasync.devkit.host.template;

import com.atlassian.templaterenderer.RenderingException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/**
 * Lets templates call methods of texts, numbers, truth values, lists and maps only, as Jira does
 * from 10.5 on where an add-on declares no method of its own. Anything else is an error.
 */
public final class AllowListUberspect extends UberspectImpl {
  private static final List<Class<?>> ALLOWED =
      List.of(
          CharSequence.class,
          Number.class,
          Boolean.class,
          Character.class,
          Collection.class,
          Map.class,
          Map.Entry.class);

  @Override
  public VelMethod getMethod(Object target, String name, Object[] arguments, Info place)
      throws Exception {
    requireAllowed(target, name, place);
    return super.getMethod(target, name, arguments, place);
  }

  @Override
  public VelPropertyGet getPropertyGet(Object target, String name, Info place) throws Exception {
    requireAllowed(target, name, place);
    return super.getPropertyGet(target, name, place);
  }

  @Override
  public VelPropertySet getPropertySet(Object target, String name, Object value, Info place)
      throws Exception {
    throw new RenderingException("Templates may not set ." + name + " at " + place);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Iterator getIterator(Object target, Info place) throws Exception {
    if (!target.getClass().isArray()) {
      requireAllowed(target, "iterator", place);
    }
    return super.getIterator(target, place);
  }

  private static void requireAllowed(Object target, String name, Info place) {
    boolean reflective = name.equals("class") || name.equals("getClass");
    if (reflective || ALLOWED.stream().noneMatch(type -> type.isInstance(target))) {
      throw new RenderingException(
          "Velocity may not call "
              + target.getClass().getName()
              + "#"
              + name
              + " at "
              + place
              + ": it is not on the allow-list. Put texts, lists and maps into the context");
    }
  }
}
