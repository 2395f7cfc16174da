package org.oktasync.devkit.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A stand-in without an add-on for the tests of one class. */
public final class RunningHost extends ExternalResource {
  private final TemporaryFolder folder = new TemporaryFolder();
  private final UnaryOperator<HostOptions> choices;
  private HostOptions options;
  private Host host;

  /** Starts it with these choices. */
  public RunningHost(UnaryOperator<HostOptions> choices) {
    this.choices = choices;
  }

  @Override
  protected void before() throws Exception {
    folder.create();
    options =
        choices.apply(
            HostOptions.in(folder.getRoot().toPath()).withDatabase(MemoryDatabase.settings()));
    host = Host.start(options);
  }

  @Override
  protected void after() {
    try {
      host.close();
    } catch (Exception e) {
      throw new AssertionError("The host did not stop", e);
    } finally {
      folder.delete();
    }
  }

  /** Stops it and starts it again on the same database. */
  public void restart() throws Exception {
    host.close();
    host = Host.start(options);
  }

  /** The running host. */
  public Host host() {
    return host;
  }

  /** Calls with name and password, which are the same. */
  public RestClient as(String account) {
    byte[] pair = (account + ":" + account).getBytes(StandardCharsets.UTF_8);
    return new RestClient(host.baseUrl(), "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Calls with a personal access token. */
  public RestClient withToken(String token) {
    return new RestClient(host.baseUrl(), "Bearer " + token);
  }

  /** Calls as nobody. */
  public RestClient nobody() {
    return new RestClient(host.baseUrl(), null);
  }
}
