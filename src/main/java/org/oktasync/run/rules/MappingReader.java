package org.oktasync.run.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.oktasync.config.AttributeSettings;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.MappingSettings;
import org.oktasync.config.ScopeSettings;
import org.oktasync.mapping.AttributeMapping;
import org.oktasync.mapping.Transformation;
import org.oktasync.mapping.WhenEmpty;

/**
 * Makes the mappings of attributes of settings, and says what is wrong with those that are none.
 */
public final class MappingReader {
  private static final String FIELD = "mapping.attributes";
  private static final String IN_APP = "appUser.";
  private static final int LONGEST_NAME = 100;
  private static final int MOST = 100;
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");
  private static final Pattern PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

  private static final Set<WhenEmpty> USUAL =
      Set.of(WhenEmpty.CLEAR, WhenEmpty.KEEP, WhenEmpty.LEAVE_OUT);
  private static final Map<String, Set<WhenEmpty>> CHOICES =
      Map.of(
          AttributeMapping.USERNAME,
          Set.of(WhenEmpty.LEAVE_OUT),
          AttributeMapping.DISPLAY_NAME,
          Set.of(WhenEmpty.USERNAME, WhenEmpty.KEEP, WhenEmpty.LEAVE_OUT),
          AttributeMapping.EMAIL,
          USUAL,
          AttributeMapping.FIRST_NAME,
          USUAL,
          AttributeMapping.LAST_NAME,
          USUAL,
          AttributeSettings.PROPERTY,
          USUAL);

  private final List<FieldProblem> problems;

  /**
   * @param problems takes what is wrong
   */
  public MappingReader(List<FieldProblem> problems) {
    this.problems = problems;
  }

  /**
   * Reads the mappings of settings, and looks whether the scope has the attributes that they use.
   */
  public List<AttributeMapping> read(ConnectionSettings settings) {
    List<AttributeMapping> read = read(settings.mapping());
    if (!settings.scope().people().equals(ScopeSettings.APPLICATION)) {
      for (int i = 0; i < read.size(); i++) {
        if (read.get(i).paths().stream().anyMatch(path -> path.startsWith(IN_APP))) {
          add(FIELD + "." + i + ".source", "account-mapping-needs-application");
        }
      }
    }
    return read;
  }

  /** The mappings; complete and usable when no problem was added. */
  public List<AttributeMapping> read(MappingSettings settings) {
    if (settings.attributes().size() > MOST) {
      add(FIELD, "rows-too-many", MOST);
      return List.of();
    }
    List<AttributeMapping> read = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (int i = 0; i < settings.attributes().size(); i++) {
      AttributeSettings attribute = settings.attributes().get(i);
      AttributeMapping mapping = mapping(FIELD + "." + i, attribute);
      if (!targets.add(mapping.target().toLowerCase(Locale.ROOT))) {
        add(FIELD + "." + i + ".target", "account-mapping-target-twice", attribute.target());
      }
      read.add(mapping);
    }
    if (!targets.contains(AttributeMapping.USERNAME)) {
      add(FIELD, "account-mapping-username-missing");
    }
    return read;
  }

  private AttributeMapping mapping(String at, AttributeSettings attribute) {
    List<Transformation> steps = new StepReader(problems).read(at + ".steps", attribute.steps());
    checkSource(at, attribute, steps);
    return new AttributeMapping(
        target(at, attribute), attribute.source(), steps, whenEmpty(at, attribute));
  }

  /** Without a source, the first step must make a value out of nothing. */
  private void checkSource(String at, AttributeSettings attribute, List<Transformation> steps) {
    if (attribute.source().isEmpty()) {
      boolean made =
          !steps.isEmpty()
              && (steps.get(0) instanceof Transformation.Fixed
                  || steps.get(0) instanceof Transformation.Combine
                  || steps.get(0) instanceof Transformation.FirstOf);
      if (!made) {
        boolean name = attribute.target().equals(AttributeMapping.USERNAME);
        add(
            at + ".source",
            name ? "account-mapping-username-missing" : "account-mapping-source-missing");
      }
    } else if (!PATH.matcher(attribute.source()).matches()) {
      add(at + ".source", "account-mapping-source-unusable", attribute.source());
    }
  }

  private String target(String at, AttributeSettings attribute) {
    if (attribute.target().equals(AttributeSettings.PROPERTY)) {
      checkProperty(at, attribute);
      return AttributeMapping.PROPERTY + attribute.key();
    } else if (!CHOICES.containsKey(attribute.target())) {
      String known = String.join(", ", CHOICES.keySet().stream().sorted().toList());
      add(at + ".target", "not-supported", attribute.target(), known);
    }
    return attribute.target();
  }

  private void checkProperty(String at, AttributeSettings attribute) {
    if (!KEY.matcher(attribute.key()).matches()) {
      add(at + ".key", "account-mapping-key-unusable", attribute.key());
    }
    if (attribute.name().isEmpty()) {
      add(at + ".name", "value-missing");
    } else if (attribute.name().length() > LONGEST_NAME) {
      add(at + ".name", "text-too-long", LONGEST_NAME);
    }
  }

  private WhenEmpty whenEmpty(String at, AttributeSettings attribute) {
    Set<WhenEmpty> allowed = CHOICES.getOrDefault(attribute.target(), USUAL);
    return WhenEmpty.of(attribute.whenEmpty())
        .filter(allowed::contains)
        .orElseGet(
            () -> {
              String known =
                  String.join(", ", allowed.stream().map(WhenEmpty::label).sorted().toList());
              add(at + ".whenEmpty", "not-supported", attribute.whenEmpty(), known);
              return WhenEmpty.KEEP;
            });
  }

  private void add(String field, String code, Object... arguments) {
    problems.add(FieldProblem.of(field, code, arguments));
  }
}
