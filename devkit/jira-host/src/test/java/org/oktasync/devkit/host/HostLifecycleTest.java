package org.oktasync.devkit.host;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.plugin.PluginStartException;
import org.oktasync.devkit.host.sample.SampleAddOn;

public class HostLifecycleTest {
  private static final String NOTES = "/rest/sample/1.0/notes";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private HostOptions alone;

  @Before
  public void chooseHome() throws Exception {
    alone = HostOptions.in(folder.newFolder("home").toPath());
  }

  private HostOptions with(SampleAddOn addOn) throws Exception {
    Path jar = addOn.jarIn(folder.getRoot().toPath());
    return alone.withPlugin(jar);
  }

  private void refuses(SampleAddOn addOn, String reason) throws Exception {
    HostOptions options = with(addOn);
    PluginStartException refused =
        assertThrows(PluginStartException.class, () -> Host.start(options).close());
    assertThat(refused.getMessage(), containsString(reason));
  }

  @Test
  public void restartKeepsDataAndRunsUpgradesOnce() throws Exception {
    HostOptions options = with(SampleAddOn.complete());
    try (Host host = Host.start(options)) {
      host.service(PluginSettingsFactory.class).createGlobalSettings().put("k", List.of("v"));
    }
    try (Host host = Host.start(options)) {
      assertThat(
          Browser.script(host, "fred").get(NOTES).body(),
          is("[\"upgraded from 0\",\"started\",\"stopped\",\"started\"]"));
      assertThat(
          host.service(PluginSettingsFactory.class).createGlobalSettings().get("k"),
          is(List.of("v")));
    }
  }

  @Test
  public void disabledAddOnIsGoneAndComesBack() throws Exception {
    try (Host host = Host.start(with(SampleAddOn.complete()))) {
      host.disable();
      assertThat(Browser.script(host, "fred").get(NOTES).statusCode(), is(404));
      host.enable();
      assertThat(Browser.script(host, "fred").get(NOTES).statusCode(), is(200));
    }
  }

  @Test
  public void runsAlone() throws Exception {
    try (Host host = Host.start(alone)) {
      assertThat(host.plugin(), is(nullValue()));
      assertThat(Browser.at(host).get("/status").body(), is("{\"state\":\"RUNNING\"}"));
    }
  }

  @Test
  public void missingServiceIsNamed() throws Exception {
    refuses(
        SampleAddOn.complete()
            .with("META-INF/plugin-components/imports-jira", "com.example.Absent#absent"),
        "com.example.Absent");
  }

  @Test
  public void packageThatJiraDoesNotExportIsNamed() throws Exception {
    refuses(
        SampleAddOn.complete().importing("net.java.ao.schema", "org.apache.velocity"),
        "org.apache.velocity");
  }

  @Test
  public void conditionWhosePackageIsNotImportedIsNamed() throws Exception {
    refuses(
        SampleAddOn.complete().importing("com.atlassian.jira.plugin.webfragment.conditions,", ""),
        "UserIsSysAdminCondition");
  }

  @Test
  public void failingBeanIsToldAtOnce() throws Exception {
    refuses(
        SampleAddOn.complete()
            .replacing(
                "META-INF/plugin-components/component",
                "org.oktasync.devkit.host.sample.OpenServlet",
                "org.oktasync.devkit.host.sample.Absent"),
        "org.oktasync.devkit.host.sample.Absent");
  }

  @Test
  public void twoTableModulesAreRefused() throws Exception {
    refuses(
        SampleAddOn.complete()
            .replacing("atlassian-plugin.xml", "<web-section", "<ao key='more'/><web-section"),
        "Two <ao> modules");
  }

  @Test
  public void portInUseIsAnError() throws Exception {
    try (Host host = Host.start(alone)) {
      int port = java.net.URI.create(host.baseUrl()).getPort();
      HostOptions same = HostOptions.in(folder.newFolder("other").toPath()).withPort(port);
      assertThrows(Exception.class, () -> Host.start(same).close());
    }
  }
}
