package org.oktasync.devkit.jiraapi;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a declared type shows to its callers without standing in the ledger. */
final class LedgerCheck {
  private static final Set<String> OBJECT_METHODS =
      Set.of("equals", "hashCode", "toString", "compareTo");

  /** Types whose header is below grade B, each with the reason why it is declared. */
  private static final Map<String, String> LOW_HEADERS =
      Map.ofEntries(
          Map.entry("com.atlassian.jira.entity.WithId", "its member has grade B"),
          Map.entry("com.atlassian.jira.entity.WithKey", "its member has grade A"),
          Map.entry(
              "com.atlassian.jira.permission.GlobalPermissionKey", "its constants have grade A"),
          Map.entry("com.atlassian.jira.user.UserKeyService", "its member has grade A"),
          Map.entry("com.atlassian.jira.cluster.Node", "its member has grade B"),
          Map.entry("com.atlassian.jira.config.util.JiraHome", "its members have grade B"),
          Map.entry("com.atlassian.jira.event.user.UserEvent", "its member has grade B"),
          Map.entry(
              "com.atlassian.jira.bc.project.component.ProjectComponentManager",
              "its members have grade B"),
          Map.entry(
              "com.atlassian.jira.bc.project.component.ProjectComponent",
              "its members have grade B"),
          Map.entry("com.atlassian.jira.scheme.SchemeManager", "its member has grade B"),
          Map.entry(
              "com.atlassian.jira.security.roles.DefaultRoleActors", "its member has grade B"),
          Map.entry(
              "com.atlassian.jira.bc.EntityNotFoundException", "a member of grade B throws it"),
          Map.entry(
              "com.atlassian.jira.event.user.LoginEvent", "listeners name it; it adds no member"),
          Map.entry(
              "com.atlassian.application.api.ApplicationKey",
              "signatures of grade A name it; call its members by reflection, its kind is unseen"));

  /** Members below grade B, each with the reason why it is declared. */
  private static final Map<String, String> LOW_MEMBERS =
      Map.of(
          "com.atlassian.jira.project.UpdateProjectParameters public static"
              + " com.atlassian.jira.project.UpdateProjectParameters forProject(java.lang.Long)",
          "found by name: whether it takes a long or a Long is unseen",
          "com.atlassian.jira.bc.project.component.ProjectComponent public java.lang.String"
              + " getName()",
          "nothing else says which component it is");

  /** Types whose header records no parents, though the text beside it or a C line names them. */
  private static final Set<String> UNRECORDED_PARENTS =
      Set.of(
          "com.atlassian.jira.event.user.UserEvent",
          "com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition",
          "com.atlassian.jira.plugin.webfragment.conditions.UserIsAdminCondition",
          "com.atlassian.jira.plugin.webfragment.conditions.UserIsSysAdminCondition",
          "com.atlassian.jira.plugin.webfragment.conditions.UserLoggedInCondition",
          "com.atlassian.jira.user.DelegatingApplicationUser");

  /** Constructors that descriptors, or the host, need, though no source shows them. */
  private static final Set<String> UNRECORDED_CONSTRUCTORS =
      Set.of(
          "com.atlassian.jira.bc.EntityNotFoundException",
          "com.atlassian.jira.plugin.webfragment.conditions.UserIsAdminCondition",
          "com.atlassian.jira.plugin.webfragment.conditions.UserIsSysAdminCondition",
          "com.atlassian.jira.plugin.webfragment.conditions.UserLoggedInCondition");

  private final Ledger ledger;

  LedgerCheck(Ledger ledger) {
    this.ledger = ledger;
  }

  /** One line per finding; empty when everything visible is in the ledger. */
  List<String> violations(Class<?> type) throws IllegalAccessException {
    if (!visible(type.getModifiers())) {
      return List.of();
    }
    Ledger.Entry entry = ledger.entry(type);
    if (entry == null) {
      return List.of(type.getName() + ": not in the ledger");
    }
    List<String> found = new ArrayList<>();
    checkHeader(type, entry, found);
    checkMembers(type, entry, found);
    return found.stream().map(finding -> type.getName() + ": " + finding).toList();
  }

  private static void checkHeader(Class<?> type, Ledger.Entry entry, List<String> found) {
    if (!entry.grade.matches("[AB]") && !LOW_HEADERS.containsKey(type.getName())) {
      found.add("header of grade " + entry.grade);
    }
    expect(entry.kind, kind(type), "kind", found);
    expect(entry.flags, flags(type), "modifiers", found);
    expect(entry.params.replace(", ", ","), params(type), "type parameters", found);
    if (type.isEnum()) {
      List<String> constants =
          Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
      expect(entry.constants, constants, "constants", found);
    } else if (type.isAnnotation()) {
      expect(entry.meta, Signatures.metaAnnotations(type), "meta-annotations", found);
    } else if (!UNRECORDED_PARENTS.contains(type.getName())) {
      checkParents(type, entry, found);
    }
  }

  private static void checkParents(Class<?> type, Ledger.Entry entry, List<String> found) {
    if (!type.isInterface()) {
      expect(entry.superclass, type.getGenericSuperclass().getTypeName(), "superclass", found);
    }
    for (Type parent : type.getGenericInterfaces()) {
      if (!entry.supertypes.contains(parent.getTypeName().replace(", ", ","))) {
        found.add("implements " + parent.getTypeName());
      }
    }
  }

  private static void checkMembers(Class<?> type, Ledger.Entry entry, List<String> found)
      throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (visible(field.getModifiers()) && !field.isEnumConstant()) {
        expectMember(type, entry, Signatures.of(field), found);
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (visible(constructor.getModifiers()) && !unrecorded(constructor)) {
        expectMember(type, entry, Signatures.of(constructor), found);
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (visible(method.getModifiers()) && !isFreeToAdd(type, method)) {
        expectMember(type, entry, Signatures.of(method), found);
      }
    }
  }

  private static boolean unrecorded(Constructor<?> constructor) {
    return constructor.getParameterCount() == 0
        && UNRECORDED_CONSTRUCTORS.contains(constructor.getDeclaringClass().getName());
  }

  private static boolean isFreeToAdd(Class<?> type, Method method) {
    return method.isSynthetic()
        || OBJECT_METHODS.contains(method.getName())
        || (type.isEnum() && Set.of("values", "valueOf").contains(method.getName()))
        || overrides(type, method);
  }

  /** Whether callers see the same method in a parent, where it is checked by itself. */
  private static boolean overrides(Class<?> type, Method method) {
    List<Class<?>> parents = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      parents.add(type.getSuperclass());
    }
    return parents.stream()
        .anyMatch(parent -> declares(parent, method) || overrides(parent, method));
  }

  private static boolean declares(Class<?> parent, Method method) {
    return Arrays.stream(parent.getDeclaredMethods())
        .anyMatch(
            candidate ->
                candidate.getName().equals(method.getName())
                    && candidate.getReturnType() == method.getReturnType()
                    && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())
                    && visible(candidate.getModifiers()));
  }

  private static void expectMember(
      Class<?> type, Ledger.Entry entry, String signature, List<String> found) {
    boolean known =
        entry.members.contains(signature)
            || LOW_MEMBERS.containsKey(type.getName() + " " + signature);
    if (!known) {
      found.add(signature);
    }
  }

  private static void expect(Object wanted, Object actual, String what, List<String> found) {
    if (!wanted.equals(actual)) {
      found.add(what + " is '" + actual + "', the ledger has '" + wanted + "'");
    }
  }

  private static boolean visible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String kind(Class<?> type) {
    return type.isAnnotation()
        ? "@interface"
        : type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
  }

  private static String flags(Class<?> type) {
    int modifiers = type.getModifiers();
    boolean plainClass = kind(type).equals("class");
    return (type.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
        + "public "
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (plainClass && Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (plainClass && Modifier.isFinal(modifiers) ? "final " : "");
  }

  private static String params(Class<?> type) {
    String names =
        String.join(",", Arrays.stream(type.getTypeParameters()).map(Type::getTypeName).toList());
    return names.isEmpty() ? "" : "<" + names + ">";
  }
}
