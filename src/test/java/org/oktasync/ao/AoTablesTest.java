package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.java.ao.schema.Table;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;

/** The tables as support sees them. */
public class AoTablesTest {
  private static final Pattern ENTITY = Pattern.compile("<entity>(.*?)</entity>");

  @Rule public final TestDatabase database = new TestDatabase();

  @Test
  public void everyTableOfTheDescriptorIsCounted() throws Exception {
    assertEquals(tablesOfTheDescriptor(), new AoTables(database.node()).rows().keySet());
  }

  private static Set<String> tablesOfTheDescriptor() throws IOException, ClassNotFoundException {
    Set<String> tables = new TreeSet<>();
    Matcher found = ENTITY.matcher(Files.readString(Path.of("atlassian-plugin.xml")));
    while (found.find()) {
      tables.add(Class.forName(found.group(1)).getAnnotation(Table.class).value());
    }
    return tables;
  }

  @Test
  public void rowsAndDatabaseAreTold() {
    var node = database.node();
    AoTables tables = new AoTables(node);
    assertEquals("unknown", tables.database());
    new AoSettingsStore(node, Clock.systemUTC())
        .add(Connection.unsaved(ConnectionSettings.defaults()));
    assertEquals(1, (long) tables.rows().get("CONNECTION"));
    assertEquals(0, (long) tables.rows().get("LINK"));
    assertEquals("H2DatabaseProvider", tables.database());
  }
}
