package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
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
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The product's tables, as the descriptor lists them and Jira names them. */
final class OurTables implements EntityManagerConfiguration, NameConverters {
  /** What Jira makes of the product's key. */
  static final String PREFIX = "AO_BB6CC0";

  private final TableNameConverter tables =
      new AtlassianTableNameConverter(name -> PREFIX + "_" + name);
  private final FieldNameConverter fields = new AtlassianFieldNameConverter();

  /** The entities that the descriptor names. */
  @SuppressWarnings("unchecked")
  static Class<? extends RawEntity<?>>[] entities() {
    return named("entity").toArray(new Class[0]);
  }

  /** The upgrade tasks that the descriptor names, in the order of their model versions. */
  static List<ActiveObjectsUpgradeTask> upgradeTasks() {
    List<ActiveObjectsUpgradeTask> tasks = new ArrayList<>();
    for (Class<?> type : named("upgradeTask")) {
      try {
        tasks.add((ActiveObjectsUpgradeTask) type.getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    tasks.sort((one, other) -> one.getModelVersion().compareTo(other.getModelVersion()));
    return tasks;
  }

  private static List<Class<?>> named(String element) {
    NodeList names = descriptor().getElementsByTagName(element);
    List<Class<?>> types = new ArrayList<>();
    for (int i = 0; i < names.getLength(); i++) {
      try {
        types.add(Class.forName(names.item(i).getTextContent().strip()));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return types;
  }

  private static Document descriptor() {
    try (InputStream in = OurTables.class.getResourceAsStream("/atlassian-plugin.xml")) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
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
    return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(PREFIX + "_");
  }

  @Override
  public EntityInfoResolverFactory getEntityInfoResolverFactory() {
    return new CachingEntityInfoResolverFactory();
  }

  @Override
  public TableNameConverter getTableNameConverter() {
    return tables;
  }

  @Override
  public FieldNameConverter getFieldNameConverter() {
    return fields;
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
