package org.oktasync.devkit.host.ao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.IndexNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.SequenceNameConverter;
import net.java.ao.schema.TableNameConverter;
import net.java.ao.schema.TriggerNameConverter;
import net.java.ao.schema.UniqueNameConverter;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** Names the tables of one add-on as Jira's Active Objects plugin does, and claims only those. */
final class AoTables implements EntityManagerConfiguration, NameConverters {
  private final String prefix;

  AoTables(String pluginKey) {
    prefix = prefixOf(pluginKey);
  }

  /** {@code AO_} and the last six hexadecimal digits of the MD5 of the add-on's key. */
  static String prefixOf(String pluginKey) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(pluginKey.getBytes(StandardCharsets.UTF_8));
      return "AO_" + HexFormat.of().withUpperCase().formatHex(digest).substring(26);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has MD5", e);
    }
  }

  String prefix() {
    return prefix;
  }

  @Override
  public boolean useWeakCache() {
    return true;
  }

  @Override
  public NameConverters getNameConverters() {
    return this;
  }

  @Override
  public SchemaConfiguration getSchemaConfiguration() {
    return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(prefix + "_");
  }

  @Override
  public EntityInfoResolverFactory getEntityInfoResolverFactory() {
    return new CachingEntityInfoResolverFactory();
  }

  @Override
  public TableNameConverter getTableNameConverter() {
    return new AtlassianTableNameConverter(name -> prefix + "_" + name);
  }

  @Override
  public FieldNameConverter getFieldNameConverter() {
    return new AtlassianFieldNameConverter();
  }

  @Override
  public SequenceNameConverter getSequenceNameConverter() {
    return new AtlassianSequenceNameConverter();
  }

  @Override
  public TriggerNameConverter getTriggerNameConverter() {
    return new AtlassianTriggerNameConverter();
  }

  @Override
  public IndexNameConverter getIndexNameConverter() {
    return new AtlassianIndexNameConverter();
  }

  @Override
  public UniqueNameConverter getUniqueNameConverter() {
    return new AtlassianUniqueNameConverter();
  }
}
