package org.oktasync.devkit.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads from a component what its lines in the index say. */
final class Components {
  private static final String SCANNER = "com.atlassian.plugin.spring.scanner.annotation.";
  private static final String IMPORT = SCANNER + "imports.ComponentImport";
  private static final String EXPORT = SCANNER + "export.ExportAsService";
  private static final Set<String> STEREOTYPES =
      Set.of(
          "javax.inject.Named",
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Controller",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Service");

  private final Elements elements;

  Components(Elements elements) {
    this.elements = elements;
  }

  static boolean isComponent(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && stereotype(type).isPresent();
  }

  /** The elements of a class whose import or export has no effect unless it is a component. */
  static List<Element> ignoredAnnotations(TypeElement type) {
    List<Element> found = new ArrayList<>();
    Stream.of(type)
        .filter(t -> mirror(t, EXPORT).isPresent() || mirror(t, IMPORT).isPresent())
        .forEach(found::add);
    places(type).filter(e -> mirror(e, IMPORT).isPresent()).forEach(found::add);
    return found;
  }

  String componentLine(TypeElement type) {
    return line(binaryName(type), text(stereotype(type).orElseThrow()));
  }

  List<String> importLines(TypeElement type) {
    return places(type)
        .flatMap(
            place ->
                mirror(place, IMPORT).stream()
                    .map(found -> line(binaryName(place.asType()), text(found))))
        .toList();
  }

  /** The class and the types under which it is exported: the named ones, else its interfaces. */
  Optional<String> exportLine(TypeElement type) {
    return mirror(type, EXPORT).map(found -> line(binaryName(type), exportedTypes(type, found)));
  }

  private String exportedTypes(TypeElement type, AnnotationMirror export) {
    List<String> named =
        value(export).stream()
            .flatMap(v -> ((List<?>) v.getValue()).stream())
            .map(v -> binaryName((TypeMirror) ((AnnotationValue) v).getValue()))
            .toList();
    if (!named.isEmpty()) {
      return String.join(",", named);
    }
    return type.getInterfaces().isEmpty()
        ? binaryName(type)
        : type.getInterfaces().stream().map(this::binaryName).collect(Collectors.joining(","));
  }

  /** Fields, and parameters of constructors and methods. */
  private static Stream<Element> places(TypeElement type) {
    List<? extends Element> members = type.getEnclosedElements();
    return Stream.of(
            ElementFilter.fieldsIn(members).stream(),
            ElementFilter.constructorsIn(members).stream().flatMap(Components::parameters),
            ElementFilter.methodsIn(members).stream().flatMap(Components::parameters))
        .flatMap(elements -> elements);
  }

  private static Stream<? extends Element> parameters(ExecutableElement executable) {
    return executable.getParameters().stream();
  }

  private static Optional<? extends AnnotationMirror> stereotype(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(mirror -> STEREOTYPES.contains(mirror.getAnnotationType().toString()))
        .findFirst();
  }

  private static Optional<? extends AnnotationMirror> mirror(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation))
        .findFirst();
  }

  private static Optional<? extends AnnotationValue> value(AnnotationMirror mirror) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .map(entry -> entry.getValue())
        .findFirst();
  }

  private static String text(AnnotationMirror mirror) {
    return value(mirror).map(found -> found.getValue().toString()).orElse("");
  }

  private String binaryName(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? binaryName((TypeElement) declared.asElement())
        : type.toString();
  }

  private String binaryName(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  private static String line(String type, String rest) {
    return rest.isEmpty() ? type : type + '#' + rest;
  }
}
