package org.oktasync.devkit.host.sal;

import com.atlassian.jira.config.util.JiraHome;
import com.atlassian.jira.util.BuildUtilsInfo;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.oktasync.devkit.host.site.SiteSettings;

/** Version, address and folders of the stand-in, which answers as a Jira 10.3. */
public final class HostApplicationProperties
    implements ApplicationProperties, BuildUtilsInfo, JiraHome {
  private static final String VERSION = "10.3.12";
  private static final String BUILD = "10030012";
  private static final Date BUILT = Date.from(Instant.parse("2025-10-01T00:00:00Z"));

  private final SiteSettings site;
  private final Path home;
  private final Path sharedHome;

  /** Says what the site's settings say. */
  public HostApplicationProperties(SiteSettings site, Path home, Path sharedHome) {
    this.site = site;
    this.home = home;
    this.sharedHome = sharedHome;
  }

  @Override
  public String getBaseUrl() {
    return site.baseUrl();
  }

  /** {@inheritDoc} The relative and absolute ones are those of this node, whoever asks. */
  @Override
  public String getBaseUrl(UrlMode mode) {
    return switch (mode) {
      case RELATIVE -> URI.create(site.address()).getPath();
      case RELATIVE_CANONICAL -> URI.create(site.baseUrl()).getPath();
      case CANONICAL -> site.baseUrl();
      case ABSOLUTE, AUTO -> site.address();
    };
  }

  @Override
  public String getDisplayName() {
    return "JIRA";
  }

  @Override
  public String getPlatformId() {
    return PLATFORM_JIRA;
  }

  @Override
  public String getVersion() {
    return VERSION;
  }

  @Override
  public int[] getVersionNumbers() {
    return new int[] {10, 3, 12};
  }

  @Override
  public Date getBuildDate() {
    return (Date) BUILT.clone();
  }

  @Override
  public Date getCurrentBuildDate() {
    return getBuildDate();
  }

  @Override
  public String getBuildNumber() {
    return BUILD;
  }

  @Override
  public String getCurrentBuildNumber() {
    return BUILD;
  }

  @Override
  public File getHomeDirectory() {
    return sharedHome.toFile();
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(home);
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Optional.of(sharedHome);
  }

  @Override
  public File getHome() {
    return sharedHome.toFile();
  }

  @Override
  public File getLocalHome() {
    return home.toFile();
  }

  @Override
  public File getDataDirectory() {
    return sharedHome.resolve("data").toFile();
  }

  /** {@inheritDoc} Null when it is not set. */
  @Override
  public String getPropertyValue(String key) {
    return site.property(key);
  }

  @Override
  public String getApplicationFileEncoding() {
    return StandardCharsets.UTF_8.name();
  }
}
