package org.oktasync.devkit.jiraapi;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One spelling for a signature, whether it was read from the ledger or by reflection. */
final class Signatures {
  private static final Pattern ANNOTATION = Pattern.compile("@(?!interface)[\\w.]+(\\([^)]*\\))? ");
  private static final Pattern META =
      Pattern.compile(
          "@(?:java\\.lang\\.annotation\\.)?(Documented|Inherited|Retention|Target)\\b");
  private static final Pattern META_VALUE = Pattern.compile("\\((?:value = )?\\{?([^)}]*)\\}?\\)");

  private Signatures() {}

  static String of(Method method) {
    String generic = method.toGenericString().replace(owner(method.getDeclaringClass()), " ");
    return normal(deprecated(method) + generic + defaultValue(method));
  }

  static String of(Constructor<?> constructor) {
    return normal(deprecated(constructor) + constructor.toGenericString());
  }

  static String of(Field field) throws IllegalAccessException {
    String generic = field.toGenericString().replace(owner(field.getDeclaringClass()), " ");
    return normal(deprecated(field) + generic + constant(field));
  }

  /** Without annotations but {@code Deprecated}, "abstract" and blanks after commas. */
  static String normal(String member) {
    return withoutAnnotations(member)
        .replaceFirst("\\babstract ", "")
        .replace(", ", ",")
        .replaceAll(" = (?!\"|\\d).*", "")
        .trim();
  }

  static String withoutAnnotations(String text) {
    boolean deprecated = text.startsWith("@Deprecated ") || text.contains("java.lang.Deprecated ");
    return (deprecated ? "@Deprecated " : "") + ANNOTATION.matcher(text).replaceAll("");
  }

  /** The meta-annotations of a header: names, retention and targets, sorted. */
  /**
   * Recorded by name alone. Jira enforces them when it runs, so they must be kept until then,
   * whatever the records leave out.
   */
  private static final java.util.Set<String> RECORDED_BY_NAME =
      java.util.Set.of(
          "com.atlassian.annotations.security.UnrestrictedAccess",
          "com.atlassian.annotations.security.AnonymousSiteAccess");

  static String metaAnnotations(String header) {
    TreeSet<String> found = new TreeSet<>();
    Matcher matcher = META.matcher(header);
    while (matcher.find()) {
      Matcher value = META_VALUE.matcher(header).region(matcher.end(), header.length());
      found.add(matcher.group(1) + (value.lookingAt() ? sortedNames(value.group(1)) : ""));
    }
    return found.toString();
  }

  static String metaAnnotations(Class<?> type) {
    TreeSet<String> found = new TreeSet<>();
    for (Annotation annotation : type.getAnnotations()) {
      if (annotation instanceof Retention retention && !RECORDED_BY_NAME.contains(type.getName())) {
        found.add("Retention" + sortedNames(retention.value().name()));
      } else if (annotation instanceof Target target) {
        String names = Arrays.toString(target.value()).replaceAll("[\\[\\]]", "");
        found.add("Target" + sortedNames(names));
      } else if (annotation instanceof Documented || annotation instanceof Inherited) {
        found.add(annotation.annotationType().getSimpleName());
      }
    }
    return found.toString();
  }

  /** Splits at the commas outside of angle brackets. */
  static List<String> splitTypes(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i).trim());
        start = i + 1;
      }
    }
    parts.add(list.substring(start).trim());
    return parts;
  }

  private static String sortedNames(String names) {
    return Arrays.stream(names.split(", "))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .sorted()
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String owner(Class<?> type) {
    return " " + type.getName() + ".";
  }

  private static String deprecated(AnnotatedElement element) {
    return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
  }

  private static String defaultValue(Method method) {
    Object value = method.getDefaultValue();
    if (value == null) {
      return "";
    }
    return " default "
        + (value instanceof String
            ? "\"" + value + "\""
            : value.getClass().isArray() ? "{}" : value);
  }

  private static String constant(Field field) throws IllegalAccessException {
    if (!Modifier.isStatic(field.getModifiers())) {
      return "";
    }
    if (field.getType() == String.class) {
      return " = \"" + field.get(null) + "\"";
    }
    return field.getType() == int.class ? " = " + field.get(null) : "";
  }
}
