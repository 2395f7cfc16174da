package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.NameFolding;

/**
 * A mapping text, read: its lines as they are and what they say.
 *
 * @param lines one for each line of the text
 * @param parsed the mapping and its errors
 * @param warnings what is doubtful, in the order of the text
 */
record MappingText(List<MappingLine> lines, ParsedMapping parsed, List<MappingError> warnings) {
  static MappingText read(String text) {
    List<MappingLine> lines = new ArrayList<>();
    for (String raw : TextLines.of(text).lines()) {
      lines.add(LineReader.read(lines.size() + 1, raw));
    }
    return new Interpreter().read(lines);
  }

  /** Puts the lines together under their headings. */
  private static final class Interpreter {
    private final Findings findings = new Findings();
    private final Map<String, MappingBlock> blocks = new LinkedHashMap<>();
    private MappingBlock current;

    MappingText read(List<MappingLine> lines) {
      lines.forEach(this::add);
      List<ObjectMapping> mappings =
          blocks.values().stream().map(MappingBlock::end).flatMap(Optional::stream).toList();
      ParsedMapping parsed = new ParsedMapping(new AssetsMapping(mappings), findings.errors());
      return new MappingText(List.copyOf(lines), parsed, findings.warnings());
    }

    private void add(MappingLine line) {
      if (line instanceof MappingLine.Unreadable unreadable) {
        findings.error(unreadable.error());
        if (current != null) {
          current.addUnreadable();
        }
      } else if (line instanceof MappingLine.Heading heading) {
        current = block(heading.name().text(), heading.place());
      } else if (line instanceof MappingLine.Entry entry) {
        current(line).add(entry);
      } else if (line instanceof MappingLine.Setting setting) {
        current(line).add(setting);
      }
    }

    private MappingBlock current(MappingLine line) {
      if (current == null) {
        current = block("", line.place());
      }
      return current;
    }

    private MappingBlock block(String name, Place place) {
      return blocks.computeIfAbsent(
          NameFolding.fold(name), any -> new MappingBlock(name, place, findings));
    }
  }
}
