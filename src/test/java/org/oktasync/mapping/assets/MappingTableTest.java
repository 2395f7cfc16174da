package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import org.junit.Test;

public class MappingTableTest {
  private static final String TEXT =
      """
      # people
      key:id=ID
        \u2022 map:groups = Groups | Name = ${groups}

      Groups:
      key:id=Group ID
      config:data_source=/api/v1/groups
      what is this
      """;

  private static MappingRow row(
      int line, String mapping, MappingRow.Kind kind, String source, String attribute) {
    return new MappingRow(line, mapping, kind, source, attribute, "");
  }

  @Test
  public void eachLineThatSaysSomethingIsARow() {
    assertThat(
        new MappingTable(TEXT).rows(),
        is(
            List.of(
                row(2, "", MappingRow.Kind.KEY, "id", "ID"),
                new MappingRow(
                    3, "", MappingRow.Kind.REFERENCE, "groups", "Groups", "Name = ${groups}"),
                row(6, "Groups", MappingRow.Kind.KEY, "id", "Group ID"),
                row(7, "Groups", MappingRow.Kind.SETTING, "data_source", "/api/v1/groups"))));
  }

  @Test
  public void aChangedRowChangesItsLineAlone() {
    String changed =
        new MappingTable(TEXT)
            .with(row(6, "Groups", MappingRow.Kind.VALUE, "profile.name", "Name"));
    assertThat(changed, is(TEXT.replace("key:id=Group ID", "map:profile.name=Name")));
    MappingRow reference =
        new MappingRow(3, "", MappingRow.Kind.REFERENCE, "apps", "Apps", "Name=${apps}");
    assertThat(
        new MappingTable("a\r\nb\r\nmap:x=Y\r\n").with(reference),
        is("a\r\nb\r\nmap:apps=Apps|Name=${apps}\r\n"));
  }

  @Test
  public void aRowThatIsNoneChangesNothing() {
    MappingTable table = new MappingTable(TEXT);
    for (int line : new int[] {-1, 0, 1, 4, 5, 8, 99}) {
      assertThat(table.with(row(line, "", MappingRow.Kind.KEY, "a", "A")), is(TEXT));
      assertThat(table.without(line), is(TEXT));
    }
  }

  @Test
  public void aNewRowStandsBehindTheLastOfItsMapping() {
    MappingTable table = new MappingTable(TEXT);
    assertThat(
        table.withNew(row(0, "groups", MappingRow.Kind.VALUE, "profile.name", "Name")),
        is(TEXT.replace("v1/groups\n", "v1/groups\nmap:profile.name=Name\n")));
    assertThat(
        table.withNew(row(0, "", MappingRow.Kind.SETTING, "section", "groups")),
        is(TEXT.replace("= ${groups}\n", "= ${groups}\nconfig:section=groups\n")));
  }

  @Test
  public void aNewMappingStandsAtTheEnd_orFirstWithoutAHeading() {
    MappingRow key = row(0, "Apps", MappingRow.Kind.KEY, "id", "App ID");
    assertThat(new MappingTable(TEXT).withNew(key), is(TEXT + "\nApps:\nkey:id=App ID\n"));
    assertThat(new MappingTable("").withNew(key), is("Apps:\nkey:id=App ID\n"));
    assertThat(
        new MappingTable("Apps:\nkey:id=ID").withNew(row(0, "", MappingRow.Kind.KEY, "id", "ID")),
        is("key:id=ID\nApps:\nkey:id=ID"));
  }

  @Test
  public void aRowIsTakenOut() {
    assertThat(new MappingTable(TEXT).without(6), is(TEXT.replace("key:id=Group ID\n", "")));
    assertThat(new MappingTable("key:id=ID").without(1), is(""));
    assertThat(new MappingTable("a\nkey:id=ID").without(2), is("a"));
  }

  @Test
  public void aRowIsOneLine_whateverSomebodyTypes() {
    assertThat(
        new MappingTable("key:id=ID").with(row(1, "", MappingRow.Kind.KEY, "id", "A\r\nmap:x=Y")),
        is("key:id=A map:x=Y"));
  }
}
