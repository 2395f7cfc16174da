package org.oktasync.mapping.assets;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.oktasync.model.SourceValue;

/** Reads one source object by the rules of a mapping. */
final class ObjectReading {
  private static final int LONGEST_KEY = 255;

  /** Control characters but for line breaks and tabs, and halves of characters. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");

  private final ObjectMapping mapping;

  ObjectReading(ObjectMapping mapping) {
    this.mapping = mapping;
  }

  MappedObject objectOf(SourceValue.Fields source) {
    KeyRule rule = mapping.key();
    List<String> keys = rule == null ? List.of() : lines(rule.path(), source);
    if (keys.isEmpty()) {
      return MappedObject.skipped("object-key-missing", rule == null ? "" : rule.path().toString());
    } else if (keys.size() > 1) {
      return MappedObject.skipped("object-key-several", String.join(", ", keys));
    } else if (keys.get(0).length() > LONGEST_KEY) {
      return MappedObject.skipped("object-key-too-long", keys.get(0));
    }
    return filled(keys.get(0), source);
  }

  private MappedObject filled(String key, SourceValue.Fields source) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, List<String>> references = new LinkedHashMap<>();
    values.put(mapping.key().attribute(), List.of(key));
    for (AttributeRule rule : mapping.attributes()) {
      if (rule instanceof ReferenceRule) {
        putUnlessEmpty(references, rule.attribute(), lines(rule.path(), source));
      } else {
        putUnlessEmpty(values, rule.attribute(), texts(rule.path(), source));
      }
    }
    return new MappedObject(key, values, references, List.of());
  }

  private static void putUnlessEmpty(
      Map<String, List<String>> into, String attribute, List<String> found) {
    if (!found.isEmpty()) {
      into.put(attribute, found);
    }
  }

  /** The values as they are, line breaks included. */
  private static List<String> texts(SourcePath path, SourceValue.Fields source) {
    Set<String> found = new LinkedHashSet<>();
    for (SourceValue value : path.values(source)) {
      found.add(clean(value.text()));
    }
    found.remove("");
    return List.copyOf(found);
  }

  /** The values, each on one line, as they are compared. */
  private static List<String> lines(SourcePath path, SourceValue.Fields source) {
    Set<String> found = new LinkedHashSet<>();
    for (String text : texts(path, source)) {
      found.add(AqlTemplate.oneLine(text));
    }
    found.remove("");
    return List.copyOf(found);
  }

  /**
   * Composed, without blanks around it and characters that no database holds, so that what is
   * written compares equal when it is read back.
   */
  private static String clean(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFC).replace("\r\n", "\n");
    return UNFIT.matcher(composed).replaceAll(" ").strip();
  }
}
