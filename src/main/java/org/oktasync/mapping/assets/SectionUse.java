package org.oktasync.mapping.assets;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the sections that are read are the ones that lines use. */
final class SectionUse {
  private final Collection<AttributeRule> rules;
  private final SettingLines settings;

  SectionUse(Collection<AttributeRule> rules, SettingLines settings) {
    this.rules = rules;
    this.settings = settings;
  }

  void check(Findings findings) {
    if (settings.dataSource().isEmpty()) {
      rules.forEach(rule -> checkRead(rule, findings));
      checkUsed(findings);
    }
  }

  private void checkRead(AttributeRule rule, Findings findings) {
    String first = rule.path().first();
    if (Section.ALL.contains(first) && !settings.sections().contains(first)) {
      findings.warning(rule.place(), "mapping-section-unread", first);
    }
  }

  private void checkUsed(Findings findings) {
    Set<String> used = rules.stream().map(rule -> rule.path().first()).collect(Collectors.toSet());
    for (String section : settings.sections()) {
      if (!used.contains(section)) {
        findings.warning(settings.placeOfSection(section), "mapping-section-unused", section);
      }
    }
  }
}
