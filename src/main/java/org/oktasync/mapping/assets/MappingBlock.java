package org.oktasync.mapping.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.NameFolding;

/** The lines under one heading, while they are read. */
final class MappingBlock {
  private final String name;
  private final Place place;
  private final Findings findings;
  private final RuleReader reader;
  private final SettingLines settings;
  private final Map<String, AttributeRule> rules = new LinkedHashMap<>();
  private KeyRule key;
  private Place secondKey;
  private boolean keyFailed;
  private boolean used;

  /**
   * @param name the heading; empty for the lines before the first one
   * @param place of the heading, or of the first line without one
   */
  MappingBlock(String name, Place place, Findings findings) {
    this.name = name;
    this.place = place;
    this.findings = findings;
    this.reader = new RuleReader(findings);
    this.settings = new SettingLines(findings);
  }

  void add(MappingLine.Entry line) {
    used = true;
    if (!line.key()) {
      reader.rule(line).ifPresent(this::addRule);
    } else if (key == null) {
      Optional<KeyRule> read = reader.key(line);
      keyFailed = keyFailed || read.isEmpty();
      key = read.orElse(null);
    } else {
      reader.key(line).ifPresent(this::addSecondKey);
    }
  }

  void add(MappingLine.Setting line) {
    used = true;
    boolean sourceKnown = settings.place(SettingLines.DATA_SOURCE) != null;
    settings.add(line);
    if (secondKey != null && !sourceKnown && settings.place(SettingLines.DATA_SOURCE) != null) {
      findings.error(secondKey, "mapping-heading-forgotten", line.place().line());
    }
  }

  /** A line that was told already, so that the heading is not told to stand alone. */
  void addUnreadable() {
    used = true;
  }

  /** Another key is an attribute too, so that objects are found by the first one alone. */
  private void addSecondKey(KeyRule second) {
    if (same(key, second)) {
      findings.warning(second.place(), "mapping-line-twice", key.place().line());
      return;
    }
    secondKey = second.place();
    addRule(new PlainRule(second.path(), second.attribute(), second.place()));
  }

  private void addRule(AttributeRule rule) {
    AttributeRule before = rules.putIfAbsent(NameFolding.fold(rule.attribute()), rule);
    if (before != null) {
      tellTwice(rule, before.place(), same(before, rule));
    }
  }

  /** The mapping of these lines; empty when nothing stands under the heading. */
  Optional<ObjectMapping> end() {
    settings.end();
    if (!used) {
      findings.error(place, "mapping-heading-alone", name);
      return Optional.empty();
    } else if (key == null && !keyFailed) {
      findings.error(place, "mapping-key-missing");
    } else if (key != null) {
      dropRuleOfKey();
    }
    new SectionUse(rules.values(), settings).check(findings);
    return Optional.of(
        new ObjectMapping(
            name,
            key,
            List.copyOf(rules.values()),
            settings.sections(),
            settings.dataSource(),
            settings.search(),
            settings.pageSize(),
            settings.dataLimit()));
  }

  private void dropRuleOfKey() {
    AttributeRule rule = rules.remove(NameFolding.fold(key.attribute()));
    if (rule != null) {
      boolean same = rule instanceof PlainRule && rule.path().equals(key.path());
      tellTwice(rule, key.place(), same);
    }
  }

  private void tellTwice(AttributeRule rule, Place before, boolean same) {
    if (same) {
      findings.warning(rule.place(), "mapping-line-twice", before.line());
    } else {
      findings.error(rule.place(), "mapping-attribute-twice", rule.attribute(), before.line());
    }
  }

  private static boolean same(KeyRule one, KeyRule other) {
    return one.path().equals(other.path()) && one.attribute().equalsIgnoreCase(other.attribute());
  }

  private static boolean same(AttributeRule one, AttributeRule other) {
    if (one instanceof ReferenceRule first && other instanceof ReferenceRule second) {
      return first.path().equals(second.path()) && first.condition().equals(second.condition());
    }
    return one instanceof PlainRule
        && other instanceof PlainRule
        && one.path().equals(other.path());
  }
}
