package org.oktasync.devkit.host;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.host.site.SiteOptions.Service;

public class CommandLineTest {
  @Test
  public void defaults() {
    HostOptions options = CommandLine.parse();
    assertThat(options.port(), is(2990));
    assertThat(options.nodeId(), is(nullValue()));
    assertThat(options.strict(), is(true));
    assertThat(options.scriptPolicy(), is(true));
    assertThat(options.sharedHome(), is(options.home()));
    assertThat(options.database().url(), containsString(options.home().toString()));
  }

  @Test
  public void optionsCountWhateverTheirOrder() {
    HostOptions options =
        CommandLine.parse(
            "--lenient",
            "--port",
            "3000",
            "--home",
            "/h",
            "--shared-home",
            "/s",
            "--plugin",
            "/p.jar",
            "--node",
            "n2",
            "--db",
            "jdbc:postgresql:x",
            "--db-password",
            "secret",
            "--db-user",
            "u",
            "--base-url",
            "https://jira.example.com",
            "--server-id",
            "BABC-1",
            "--seats",
            "jira-software=50",
            "--without",
            "audit",
            "--without",
            "mail",
            "--no-script-policy");
    assertThat(options.port(), is(3000));
    assertThat(options.strict(), is(false));
    assertThat(options.home(), is(Path.of("/h")));
    assertThat(options.sharedHome(), is(Path.of("/s")));
    assertThat(options.plugin(), is(Path.of("/p.jar")));
    assertThat(options.nodeId(), is("n2"));
    assertThat(options.database().user(), is("u"));
    assertThat(options.database().password(), is("secret"));
    assertThat(options.scriptPolicy(), is(false));
    assertThat(options.site().baseUrl(), is("https://jira.example.com"));
    assertThat(options.site().serverId(), is("BABC-1"));
    assertThat(options.site().seats(), is(Map.of("jira-software", 50)));
    assertThat(options.site().without(), is(Set.of(Service.AUDIT, Service.MAIL)));
    assertThat(options.toString(), not(containsString("secret")));
  }

  @Test
  public void assetsIsChosenInParts() {
    AssetsOptions none = CommandLine.parse().site().assets();
    assertThat(none.on(), is(false));
    AssetsOptions plain = CommandLine.parse("--assets", "on").site().assets();
    assertThat(plain, is(AssetsOptions.ON));
    AssetsOptions chosen =
        CommandLine.parse("--assets-limit", "5", "--assets-without-roles", "--assets", "strict")
            .site()
            .assets();
    assertThat(chosen, is(AssetsOptions.STRICT.withRoleCalls(false).withObjectLimit(5)));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--assets", "perhaps"));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--assets-limit", "many"));
  }

  @Test
  public void mistakesAreNamed() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--prot", "1"));
    assertThat(unknown.getMessage(), containsString("--prot"));
    IllegalArgumentException missing =
        assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--home"));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--seats", "50"));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.parse("--without", "tea"));
    assertThat(missing.getMessage(), containsString("--home needs a value"));
  }
}
