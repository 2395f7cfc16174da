package org.oktasync.okta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.oktasync.model.Message;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * The address of a list as somebody wrote it: a path below {@code /api/} and a query. It names no
 * host and takes no turns, so that the connection's token goes to its own organisation alone.
 */
final class ListAddress {
  static final String HOST = "okta-list-address-host";
  static final String PATH = "okta-list-address-path";
  static final String DETOUR = "okta-list-address-detour";
  static final String CHARACTERS = "okta-list-address-characters";

  private static final int LONGEST = 8_000;
  private static final String LIMIT = "limit";
  private static final String PATH_CHARACTERS = "[A-Za-z0-9._~@+!$'()*,=:%/-]+";

  private final String path;
  private final List<String> parameters;

  private ListAddress(String path, List<String> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  /**
   * Takes an address apart.
   *
   * @throws SourceException of kind {@code FATAL} when it is refused
   */
  static ListAddress of(String written) {
    problem(written)
        .ifPresent(
            problem -> {
              throw new SourceException(Kind.FATAL, problem, null);
            });
    String[] parts = written.strip().split("\\?", 2);
    List<String> parameters =
        parts.length < 2
            ? List.of()
            : Arrays.stream(parts[1].split("&", -1)).filter(one -> !one.isEmpty()).toList();
    return new ListAddress(parts[0], parameters);
  }

  /** Why an address is refused; empty when it is not. */
  static Optional<Message> problem(String written) {
    String address = written.strip();
    String path = address.split("\\?", 2)[0];
    if (!path.startsWith("/") || path.startsWith("//")) {
      return Optional.of(Message.of(HOST, shown(address)));
    } else if (address.length() > LONGEST || !hasPlainCharacters(address)) {
      return Optional.of(Message.of(CHARACTERS, shown(address)));
    } else if (path.contains("\\") || hasDetour(path)) {
      return Optional.of(Message.of(DETOUR, shown(address)));
    } else if (!path.startsWith("/api/") || !path.matches(PATH_CHARACTERS)) {
      return Optional.of(Message.of(PATH, shown(address)));
    }
    return Optional.empty();
  }

  private static String shown(String address) {
    String plain = address.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
  }

  private static boolean hasPlainCharacters(String address) {
    return address.indexOf('#') < 0
        && address.codePoints().noneMatch(Character::isISOControl)
        && !address.matches(".*%(?![0-9A-Fa-f]{2}).*");
  }

  /** Whether the path leaves its place, in whatever spelling. */
  private static boolean hasDetour(String path) {
    return Arrays.stream(path.substring(1).split("/", -1))
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .anyMatch(
            part ->
                part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || part.matches("(?s).*[/\\\\%?#;\\p{Cntrl}].*"));
  }

  /** The path alone. */
  String path() {
    return path;
  }

  /** Whether the query says how many objects are wanted at once. */
  boolean hasLimit() {
    return parameters.stream().anyMatch(ListAddress::isLimit);
  }

  /** The same with so many objects for each call. */
  ListAddress withLimit(int limit) {
    List<String> others =
        parameters.stream()
            .filter(parameter -> !isLimit(parameter))
            .collect(Collectors.toCollection(java.util.ArrayList::new));
    others.add(LIMIT + "=" + limit);
    return new ListAddress(path, List.copyOf(others));
  }

  private static boolean isLimit(String parameter) {
    return parameter.startsWith(LIMIT + "=");
  }

  /** Path and query as a person would write them, cut when they are long. */
  String readable() {
    return shown(URLDecoder.decode(pathAndQuery().replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** Path and query with everything escaped that must be. */
  String pathAndQuery() {
    return parameters.isEmpty()
        ? path
        : path + "?" + NextPage.escaped(String.join("&", parameters));
  }
}
