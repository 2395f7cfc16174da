package org.oktasync.mapping.assets;

import java.util.Optional;

/** Makes rules of the {@code key:} and {@code map:} lines; what is no rule is told. */
final class RuleReader {
  private static final String ANY_VARIABLE = "value";

  private final Findings findings;

  RuleReader(Findings findings) {
    this.findings = findings;
  }

  Optional<KeyRule> key(MappingLine.Entry line) {
    Optional<SourcePath> path = path(line);
    if (line.condition() != null) {
      findings.error(line.condition().place(), "mapping-key-reference");
    } else if (path.isPresent() && path.get().wild()) {
      findings.error(line.path().place(), "mapping-key-wildcard", path.get());
    }
    boolean named = attributeNamed(line);
    return path.filter(any -> named)
        .map(way -> new KeyRule(way, line.attribute().text(), line.place()));
  }

  Optional<AttributeRule> rule(MappingLine.Entry line) {
    Optional<SourcePath> path = path(line);
    boolean named = attributeNamed(line);
    if (line.condition() == null) {
      return path.filter(any -> named)
          .map(way -> new PlainRule(way, line.attribute().text(), line.place()));
    }
    Optional<AqlTemplate> condition = condition(line.condition());
    if (path.isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    checkVariables(condition.get(), path.get(), line.condition());
    return named
        ? Optional.of(
            new ReferenceRule(path.get(), line.attribute().text(), condition.get(), line.place()))
        : Optional.empty();
  }

  private boolean attributeNamed(MappingLine.Entry line) {
    Part attribute = line.attribute();
    if (attribute.isEmpty()) {
      findings.error(attribute.place(), "mapping-attribute-missing");
      return false;
    } else if (attribute.text().contains("${")) {
      findings.error(attribute.place(), "mapping-bar-missing", attribute.text());
      return false;
    }
    return true;
  }

  private Optional<SourcePath> path(MappingLine.Entry line) {
    Part written = line.path();
    Optional<SourcePath> path = SourcePath.parse(written.text());
    if (path.isEmpty()) {
      findings.error(written.place(), problemOf(written.text()), written.text());
    }
    return path;
  }

  private static String problemOf(String path) {
    if (path.isEmpty()) {
      return "mapping-path-missing";
    } else if (path.indexOf(' ') >= 0) {
      return "mapping-path-blank";
    } else if (path.startsWith("*") || path.startsWith("[")) {
      return "mapping-path-begins";
    }
    return path.indexOf('*') >= 0 ? "mapping-path-wildcard" : "mapping-path-malformed";
  }

  private static String variableOf(Object name) {
    return "${" + name + "}";
  }

  private Optional<AqlTemplate> condition(Part written) {
    if (written.isEmpty()) {
      findings.error(written.place(), "mapping-condition-missing", variableOf(ANY_VARIABLE));
      return Optional.empty();
    }
    try {
      return Optional.of(AqlTemplate.of(PastedText.plainQuotes(written.text())));
    } catch (MalformedAqlException e) {
      findings.error(written.from(e.offset()), e.what());
      return Optional.empty();
    }
  }

  private void checkVariables(AqlTemplate condition, SourcePath path, Part written) {
    for (String variable : condition.variables()) {
      boolean meant =
          variable.equals(ANY_VARIABLE)
              || SourcePath.parse(variable).filter(path::samePlace).isPresent();
      if (!meant) {
        findings.error(
            written.place(), "mapping-variable-differs", variable, path, variableOf(path));
      }
    }
  }
}
