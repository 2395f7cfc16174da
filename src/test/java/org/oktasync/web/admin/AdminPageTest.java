package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.Optional;
import org.junit.Test;

/** Which address names which page. */
public class AdminPageTest {
  private static Optional<String> page(String path) {
    return AdminPage.of(path).map(page -> page.name() + "/" + page.id());
  }

  @Test
  public void everyPage_hasItsAddress() {
    assertThat(page(null), is(Optional.of("overview/")));
    assertThat(page("/"), is(Optional.of("overview/")));
    assertThat(page("/connections/new"), is(Optional.of("connection/")));
    assertThat(page("/connections/3"), is(Optional.of("connection/3")));
    assertThat(page("/connections/3/adoption"), is(Optional.of("adoption/3")));
    assertThat(page("/connections/3/links/"), is(Optional.of("links/3")));
    assertThat(page("/connections/3/left-alone"), is(Optional.of("left-alone/3")));
    assertThat(page("/connections/3/disconnect"), is(Optional.of("disconnect/3")));
    assertThat(page("/connections/3/assets"), is(Optional.of("assets/3")));
    assertThat(page("/settings"), is(Optional.of("product/")));
    assertThat(page("/runs"), is(Optional.of("history/")));
    assertThat(page("/runs/12"), is(Optional.of("run/12")));
  }

  @Test
  public void anythingElse_isNoPage() {
    assertThat(page("/connections"), is(Optional.empty()));
    assertThat(page("/connections/x"), is(Optional.empty()));
    assertThat(page("/connections/3/adoption/more"), is(Optional.empty()));
    assertThat(page("/runs/1x"), is(Optional.empty()));
    assertThat(page("/runs/1234567890123456789012"), is(Optional.empty()));
  }
}
