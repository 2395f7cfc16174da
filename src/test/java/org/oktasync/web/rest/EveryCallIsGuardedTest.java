package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.web.access.AdminAccess;

/** No call of the REST interface does anything for those who are no system administrators. */
public class EveryCallIsGuardedTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(type -> !type.contains("Test"))
          .importPackages("org.oktasync.web");

  private final UserManager users = mock(UserManager.class);
  private final RestEntry entry =
      new RestEntry(new AdminAccess(users), RestWorld.codesOnly(), RecordedLog.unread());
  private final WatchedServices services = new WatchedServices(entry);

  public EveryCallIsGuardedTest() {
    RecordedResponses.install();
  }

  @Test
  public void nobody_isAnswered401_andNoServiceIsCalled() {
    resources().forEach(type -> assertEquals(List.of(), unguarded(type, 401)));
  }

  @Test
  public void somebody_isAnswered403_andNoServiceIsCalled() {
    when(users.getRemoteUserKey()).thenReturn(new UserKey("bob"));
    resources().forEach(type -> assertEquals(List.of(), unguarded(type, 403)));
  }

  @Test
  public void aCallThatWorksBeforeItChecks_isFound() {
    assertEquals(1, unguarded(Careless.class, 401).size());
  }

  @Test
  public void theLookAtThePackage_findsItsResources() {
    List<Class<?>> found = resources();
    assertTrue(found.toString(), found.contains(RunResource.class) && found.size() >= 9);
    assertTrue(found.stream().mapToLong(type -> calls(type).size()).sum() >= 20);
  }

  @Test
  public void resources_haveNoOtherWayIn() {
    for (Class<?> type : resources()) {
      assertTrue(type.getName(), AdminResource.class.isAssignableFrom(type));
      for (Method method : type.getDeclaredMethods()) {
        boolean open = Modifier.isPublic(method.getModifiers());
        assertEquals(method + " is a call exactly if it is public", open, isCall(method));
      }
    }
  }

  /** A resource as it must not be. */
  @Path("/careless")
  static final class Careless extends AdminResource {
    private final HealthChecks health;

    Careless(RestEntry entry, HealthChecks health) {
      super(entry);
      this.health = health;
    }

    /** Looks first, asks then. */
    @GET
    public Response get() {
      health.run();
      return answer(user -> JsonAnswer.done());
    }
  }

  /** The calls of a resource that answer anything else, or use a service. */
  private List<String> unguarded(Class<?> type, int expected) {
    Object resource = services.make(type);
    List<String> found = new ArrayList<>();
    for (Method call : calls(type)) {
      services.forget();
      int status = status(resource, call);
      if (status != expected || !services.used().isEmpty()) {
        found.add(call + " answered " + status + " and used " + services.used());
      }
    }
    return found;
  }

  private static int status(Object resource, Method call) {
    try {
      return ((Response) call.invoke(resource, new Object[call.getParameterCount()])).getStatus();
    } catch (InvocationTargetException e) {
      throw new AssertionError(call + " threw instead of answering", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Method> calls(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).filter(EveryCallIsGuardedTest::isCall).toList();
  }

  private static boolean isCall(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static List<Class<?>> resources() {
    List<Class<?>> found = new ArrayList<>();
    for (JavaClass type : PRODUCT) {
      if (type.isAnnotatedWith(Path.class)) {
        found.add(type.reflect());
      }
    }
    return found;
  }
}
