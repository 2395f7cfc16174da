package org.oktasync.devkit.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * Writes the index files of the Spring scanner, {@code META-INF/plugin-components/{component,
 * imports,exports}}, as Atlassian's Maven plugin would: sorted UTF-8 lines, no file for no lines.
 *
 * <p>Fails the build where the scanner would silently ignore an annotation: an import or export in
 * a class that is not a component. When only some sources are compiled, components of the others
 * stay in the index as long as their classes are on the class path.
 */
@SupportedAnnotationTypes("*")
public final class IndexProcessor extends AbstractProcessor {
  private final Set<String> compiled = new TreeSet<>();

  /** Called by the compiler. */
  public IndexProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Gathers the compiled types and, in the last round, checks them and writes the index. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::gather);
    if (round.processingOver() && !round.errorRaised() && !compiled.isEmpty()) {
      finish();
    }
    return false;
  }

  private void gather(TypeElement type) {
    compiled.add(processingEnv.getElementUtils().getBinaryName(type).toString());
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::gather);
  }

  private void finish() {
    List<TypeElement> components = new ArrayList<>();
    List<Element> ignored = new ArrayList<>();
    for (String name : compiled) {
      TypeElement type = type(name);
      if (Components.isComponent(type)) {
        components.add(type);
      } else {
        ignored.addAll(Components.ignoredAnnotations(type));
      }
    }
    if (!ignored.isEmpty()) {
      ignored.forEach(this::refuse);
      return;
    }
    IndexFiles files = new IndexFiles(processingEnv.getFiler(), processingEnv.getMessager());
    components.addAll(keptFromEarlier(files.read("component")));
    write(files, components);
  }

  private void refuse(Element at) {
    processingEnv
        .getMessager()
        .printMessage(
            Kind.ERROR,
            "The scanner ignores this annotation because its class is not a component: "
                + "annotate the concrete class with @Named",
            at);
  }

  private List<TypeElement> keptFromEarlier(List<String> lines) {
    List<TypeElement> kept = new ArrayList<>();
    for (String line : lines) {
      String name = line.split("#", 2)[0];
      TypeElement type = compiled.contains(name) ? null : type(name);
      if (type != null && Components.isComponent(type)) {
        kept.add(type);
      }
    }
    return kept;
  }

  private void write(IndexFiles files, List<TypeElement> components) {
    Components index = new Components(processingEnv.getElementUtils());
    Set<String> component = new TreeSet<>();
    Set<String> imports = new TreeSet<>();
    Set<String> exports = new TreeSet<>();
    for (TypeElement type : components) {
      component.add(index.componentLine(type));
      imports.addAll(index.importLines(type));
      index.exportLine(type).ifPresent(exports::add);
    }
    files.write("component", component);
    files.write("imports", imports);
    files.write("exports", exports);
  }

  private TypeElement type(String binaryName) {
    return processingEnv.getElementUtils().getTypeElement(binaryName.replace('$', '.'));
  }
}
