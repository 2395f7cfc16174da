package org.oktasync.devkit.oktaorg;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs an organisation from the command line until the process is ended. */
public final class Main {
  /** Kept, because loggers that nobody holds forget their level. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  /** See {@code --help} for the words; ends with status 2 if one is not understood. */
  public static void main(String[] words) {
    ROOT.setLevel(Level.WARNING);
    PrintStream out = System.out;
    String usage = Json.text("usage.txt");
    if (words.length == 1 && words[0].equals("--help")) {
      out.print(usage);
      return;
    }
    try {
      @SuppressWarnings("resource") // lives as long as the process
      OktaOrg org = OktaOrg.start(Options.of(words));
      out.printf(
          "READY %s token=%s users=%d groups=%d%n",
          org.baseUrl(),
          org.token(),
          org.directory().users().size(),
          org.directory().groups().size());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "; see --help");
      System.exit(2);
    }
  }
}
