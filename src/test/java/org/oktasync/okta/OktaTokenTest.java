package org.oktasync.okta;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingKind;

public class OktaTokenTest {
  @Test
  public void aTokenIsReadAsItWasWritten() {
    OktaToken token =
        new OktaToken(
            Instant.parse("2026-03-01T08:00:00.123Z"),
            "https://example.okta.com/api/v1/logs?after=x%20y",
            Map.of("00g1", 3L, "00g2", 50_000L),
            Map.of("00g1", "2026-03-01T08:00:01.000Z"),
            List.of("00g3"),
            Set.of(ThingKind.APPS, ThingKind.DEVICES));
    assertEquals(Optional.of(token), OktaToken.of(token.toToken()));
  }

  @Test
  public void whatThisVersionDidNotWriteIsNoToken() {
    assertEquals(Optional.empty(), OktaToken.of(new SyncToken("")));
    assertEquals(Optional.empty(), OktaToken.of(new SyncToken("17:g1")));
    assertEquals(Optional.empty(), OktaToken.of(new SyncToken("{\"since\":\"today\"}")));
    assertEquals(Optional.empty(), OktaToken.of(new SyncToken("{\"log\":\"\"}")));
    String older =
        "{\"counts\":{},\"log\":\"\",\"seen\":{},\"since\":\"2026-03-01T08:00:00Z\",\"unread\":[]}";
    assertEquals("it followed no things", Optional.empty(), OktaToken.of(new SyncToken(older)));
    assertEquals(Optional.empty(), OktaToken.of(new SyncToken("null")));
  }
}
