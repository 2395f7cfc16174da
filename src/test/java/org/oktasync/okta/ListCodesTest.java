package org.oktasync.okta;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.Test;

/** Whatever can be wrong with a list has a text for a person. */
public class ListCodesTest {
  @Test
  public void everyCodeHasAText() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("i18n/okta-sync.properties"))) {
      texts.load(reader);
    }
    for (String code :
        List.of(
            ListAddress.HOST,
            ListAddress.PATH,
            ListAddress.DETOUR,
            ListAddress.CHARACTERS,
            ListWalk.LIMITED,
            ListWalk.REPEATED_ID,
            OktaErrorTranslator.FEATURE,
            OktaErrorTranslator.NOT_A_LIST,
            EntitlementBook.HIDDEN_GROUP,
            MemberBook.NOT_READ,
            MembersReader.GROUP_GONE)) {
      assertTrue(code, texts.containsKey("okta-sync." + code));
    }
  }
}
