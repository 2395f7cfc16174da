package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.oktasync.mapping.assets.ReadMapping.errors;
import static org.oktasync.mapping.assets.ReadMapping.only;
import static org.oktasync.mapping.assets.ReadMapping.rules;
import static org.oktasync.mapping.assets.ReadMapping.warnings;

import java.util.List;
import java.util.Set;
import org.junit.Test;

/** What is wrong with a text, and where. */
public class MappingErrorsTest {
  @Test
  public void unreadableLinesAreToldWithTheirPlace() {
    assertThat(
        errors(
            """
            key:id=ID
              profile.email=Mail
            Let us see
            maps:profile.email=Mail
            :
            map:profile.email
            config:section
            """),
        is(
            List.of(
                "2:3 mapping-keyword-missing",
                "3:1 mapping-line-unreadable",
                "4:1 mapping-keyword-unknown-suggested",
                "5:1 mapping-heading-empty",
                "6:1 mapping-equals-missing",
                "7:1 mapping-equals-missing")));
  }

  @Test
  public void pathsThatAreNoneAreTold() {
    assertThat(
        errors(
            """
            key:id=ID
            map:=A
            map:profile email=B
            map:*.id=C
            map:groups.*id=D
            map:a..b=E
            map:a.[0]=F
            """),
        is(
            List.of(
                "2:5 mapping-path-missing",
                "3:5 mapping-path-blank",
                "4:5 mapping-path-begins",
                "5:5 mapping-path-wildcard",
                "6:5 mapping-path-malformed",
                "7:5 mapping-path-malformed")));
  }

  @Test
  public void keysAreChecked() {
    assertThat(errors("map:id=ID"), is(List.of("1:1 mapping-key-missing")));
    assertThat(errors("key:id=ID|Name=${id}"), is(List.of("1:11 mapping-key-reference")));
    assertThat(errors("key:groups.*.id=ID"), is(List.of("1:5 mapping-key-wildcard")));
    assertThat(errors("key:id="), is(List.of("1:8 mapping-attribute-missing")));
    assertThat(errors("Groups:\n\nApps:\nkey:id=ID"), is(List.of("1:1 mapping-heading-alone")));
  }

  @Test
  public void aSecondKeyBeforeAnotherListIsAForgottenHeading() {
    assertThat(
        errors("key:id=ID\nkey:id=Group ID\nconfig:data_source=/api/v1/groups"),
        is(List.of("2:1 mapping-heading-forgotten")));
    assertThat(
        errors("config:data_source=/api/v1/groups\nkey:id=ID\nkey:id=Group ID"), is(List.of()));
  }

  @Test
  public void anAttributeTakesItsValuesFromOneLine() {
    assertThat(errors("key:id=ID\nmap:a=X\nmap:b=x"), is(List.of("3:1 mapping-attribute-twice")));
    assertThat(errors("key:id=ID\nmap:a=Id"), is(List.of("2:1 mapping-attribute-twice")));
    assertThat(errors("map:a=Id\nkey:id=ID"), is(List.of("1:1 mapping-attribute-twice")));
    assertThat(
        errors("key:id=ID\nmap:a=X|N=${a}\nmap:a=X"), is(List.of("3:1 mapping-attribute-twice")));
  }

  @Test
  public void theSameLineAgainIsHarmless() {
    String text = "key:id=ID\nmap:a=X\nmap:a=x\nmap:id=ID\nkey:id=ID";
    assertThat(errors(text), is(List.of()));
    assertThat(
        warnings(text),
        is(List.of("3:1 mapping-line-twice", "4:1 mapping-line-twice", "5:1 mapping-line-twice")));
    assertThat(rules(only(text)), is(List.of("a -> X")));
  }

  @Test
  public void conditionsAreChecked() {
    assertThat(
        errors(
            """
            key:id=ID
            map:a=A|
            map:b=B|Name
            map:c=C|"Name = ${c}
            map:d=D|Name = ${d
            map:e=E|Name = '${e}'
            map:f=F|(Name = ${f}
            map:g=G|Name = ${g})
            map:h=H|Name = ${profile.h}
            map:i=Group Name=${i}
            """),
        is(
            List.of(
                "2:9 mapping-condition-missing",
                "3:9 aql-variable-missing",
                "4:9 aql-quote-open",
                "5:16 aql-variable-open",
                "6:16 aql-single-quote",
                "7:9 aql-bracket-open",
                "8:20 aql-bracket-close",
                "9:9 mapping-variable-differs",
                "10:7 mapping-bar-missing")));
  }

  @Test
  public void theVariableMayBeThePathWithoutNumbers_orJustValue() {
    assertThat(
        errors(
            """
            key:id=ID
            map:groups.*.profile.name=A|Name=${groups.profile.name}
            map:groups[0].id=B|Name=${groups.0.id}
            map:profile.city=C|Name=${value}
            config:section=groups
            """),
        is(List.of()));
  }

  @Test
  public void settingsAreChecked() {
    assertThat(
        errors(
            """
            key:id=ID
            config:secton=roles
            config:colour=red
            config:section=
            config:section=rols,cats
            config:page_size=0
            config:page_size=10
            config:data_limit=12x
            config:search=a
            config:search=b
            """),
        is(
            List.of(
                "2:8 mapping-config-unknown-suggested",
                "3:8 mapping-config-unknown",
                "4:16 mapping-config-empty",
                "5:16 mapping-section-unknown-suggested",
                "5:16 mapping-section-unknown",
                "6:18 mapping-config-number",
                "7:1 mapping-config-twice",
                "8:19 mapping-config-number",
                "10:1 mapping-config-twice")));
    assertThat(
        errors("Groups:\nkey:id=ID\nconfig:section=apps\nconfig:data_source=/api/v1/groups"),
        is(List.of("3:16 mapping-section-of-list")));
  }

  @Test
  public void sectionsThatAreReadAndUsedMustAgree() {
    assertThat(
        warnings("key:id=ID\nmap:roles=Roles\nconfig:section=groups,apps\nmap:apps.*.id=Apps"),
        is(List.of("2:1 mapping-section-unread", "3:16 mapping-section-unused")));
    assertThat(
        warnings("key:id=ID\nconfig:section=groups\nconfig:section=apps,groups\nmap:groups=X"),
        is(List.of("3:16 mapping-section-unused")));
  }

  @Test
  public void aDataSourceNeverLeavesTheHost() {
    for (String source :
        List.of(
            "https://evil.example/api/v1/groups",
            "//evil.example/api/v1/groups",
            "HTTP:evil",
            "\\\\evil\\api",
            "javascript:1")) {
      assertThat(
          source,
          errors("key:id=ID\nconfig:data_source=" + source),
          is(List.of("2:20 mapping-source-host")));
    }
    for (String source :
        List.of(
            "/api/v1/../../admin",
            "/api/v1/%2e%2E/x",
            "/api/v1/a%2fb",
            "/api/v1/a%5Cb",
            "/api/v1/a\\b",
            "/api//v1/groups",
            "/api/v1/groups/",
            "/api/v1/groups#x",
            "/api/v1/a%00b",
            "/api/v1/a%3Fb",
            "/login",
            "/")) {
      assertThat(
          source,
          errors("key:id=ID\nconfig:data_source=" + source),
          is(List.of("2:20 mapping-source-malformed")));
    }
  }

  @Test
  public void aDataSourceBecomesFitForAnAddress() {
    assertThat(source("api/v1/groups"), is("/api/v1/groups"));
    assertThat(
        source("/api/v1/groups?filter=type eq \u201COKTA_GROUP\u201D&q=\u00E9%"),
        is("/api/v1/groups?filter=type%20eq%20%22OKTA_GROUP%22&q=%C3%A9%25"));
    assertThat(source("/api/v1/apps?q=a%20b"), is("/api/v1/apps?q=a%20b"));
  }

  private static String source(String written) {
    return only("key:id=ID\nconfig:data_source=" + written).dataSource();
  }

  @Test
  public void theListOfPeopleByItsAddressIsTheListOfPeople() {
    ObjectMapping mapping =
        only("key:id=ID\nconfig:data_source=/api/v1/users?limit=50&search=status eq \"STAGED\"");
    assertThat(mapping.mapsPeople(), is(true));
    assertThat(mapping.pageSize(), is(50));
    assertThat(mapping.search(), is("status eq \"STAGED\""));
    assertThat(source("/api/v1/users?filter=x"), is("/api/v1/users?filter=x"));
  }

  @Test
  public void errorsKeepTheOrderOfTheText() {
    assertThat(
        errors("Groups:\nkey:id=ID\nApps:\nmap:x\nGroups:\nmap:=A\nmap:label=Name\n"),
        is(
            List.of(
                "3:1 mapping-key-missing",
                "4:1 mapping-equals-missing",
                "6:5 mapping-path-missing")));
  }

  @Test
  public void whatIsToBeReadOfPeopleIsKnown() {
    ObjectMapping mapping =
        only(
            """
            key:id=ID
            map:profile.addresses.0.city=City
            map:credentials.provider.name=Provider
            map:groups.*.profile.name=Groups
            map:_links.self.href=Link
            config:section=groups
            """);
    assertThat(
        mapping.attributesToRead(), is(Set.of("id", "profile.addresses", "credentials", "_links")));
  }
}
