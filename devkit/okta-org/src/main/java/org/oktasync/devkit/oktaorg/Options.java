package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the organisation looks and behaves. {@link #of} reads the same words on the command line and
 * in tests, so that there is one grammar.
 *
 * @param port port on the loopback address, 0 for any free one
 * @param users number of people, the token's owner included
 * @param groups number of groups, Everyone included
 * @param memberships memberships without those of Everyone, -1 for four per person
 * @param latencyMillis wait before each API answer
 * @param rateLimit calls per minute of each bucket, 0 for no limit, -1 for Okta's published table
 * @param seed decides all generated data
 * @param pageSizeCap largest page that is given, whatever was asked; 0 for Okta's own limits
 * @param token the API token, or null for one made from the seed
 * @param apps number of applications
 * @param roles number of people with admin roles, three each
 * @param devices number of devices, -1 for one for 80 % of the people, -2 for an organisation that
 *     does not have the feature
 * @param clean true leaves out incomplete, clashing, over-long and duplicate data
 * @param clock the organisation's time
 */
public record Options(
    int port,
    int users,
    int groups,
    int memberships,
    long latencyMillis,
    int rateLimit,
    long seed,
    int pageSizeCap,
    String token,
    int apps,
    int roles,
    int devices,
    boolean clean,
    Clock clock) {
  private static final int FOUR_OF_FIVE = -1;
  private static final int NO_DEVICES = -2;

  private static final Set<String> VALUES =
      Set.of(
          "--port",
          "--users",
          "--groups",
          "--memberships",
          "--latency",
          "--rate-limit",
          "--page-size-cap",
          "--seed",
          "--token",
          "--apps",
          "--roles",
          "--devices");

  /**
   * Options from words such as {@code "--users", "20", "--clean"}.
   *
   * @throws IllegalArgumentException if a word is unknown or a number does not fit
   */
  public static Options of(String... words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals("--clean")) {
        given.put(words[i], "true");
      } else if (VALUES.contains(words[i]) && i + 1 < words.length) {
        given.put(words[i], words[++i]);
      } else {
        throw new IllegalArgumentException("Unknown option or missing value: " + words[i]);
      }
    }
    return new Options(
        number(given, "--port", "2991", 0),
        number(given, "--users", "200", 1),
        number(given, "--groups", "20", 1),
        number(given, "--memberships", "-1", -1),
        number(given, "--latency", "0", 0),
        "okta".equals(given.get("--rate-limit")) ? -1 : number(given, "--rate-limit", "0", 0),
        Long.parseLong(given.getOrDefault("--seed", "1")),
        number(given, "--page-size-cap", "0", 0),
        given.get("--token"),
        number(given, "--apps", "8", 0),
        number(given, "--roles", "5", 0),
        "none".equals(given.get("--devices")) ? NO_DEVICES : number(given, "--devices", "-1", -1),
        given.containsKey("--clean"),
        Clock.systemUTC());
  }

  private static int number(Map<String, String> given, String name, String standard, int least) {
    int value = Integer.parseInt(given.getOrDefault(name, standard));
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
    return value;
  }

  /** The same options on any free port with another clock, as tests need them. */
  public Options forTest(Clock other) {
    return new Options(
        0,
        users,
        groups,
        memberships,
        latencyMillis,
        rateLimit,
        seed,
        pageSizeCap,
        token,
        apps,
        roles,
        devices,
        clean,
        other);
  }

  /** Whether the organisation has the feature of devices. */
  boolean offersDevices() {
    return devices != NO_DEVICES;
  }

  /** How many devices there are. */
  int deviceCount() {
    return devices == FOUR_OF_FIVE ? users * 4 / 5 : Math.max(0, devices);
  }
}
