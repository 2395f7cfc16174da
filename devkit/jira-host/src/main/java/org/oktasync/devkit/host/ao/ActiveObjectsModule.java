package org.oktasync.devkit.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;
import org.oktasync.devkit.host.plugin.PluginStartException;

/**
 * The {@code <ao>} module of one add-on. Until {@link #enable} has run its upgrade tasks and
 * created its tables, every call of the service throws IllegalStateException, as in Jira.
 */
public final class ActiveObjectsModule {
  private final InstalledPlugin plugin;
  private final PluginSettings versions;
  private final AoTables tables;
  private final EntityManager entities;
  private final Lock schemaLock;
  private final EntityManagerCalls calls;
  private final ActiveObjects service;
  private volatile boolean enabled;

  /**
   * @param versions where the model version that the tables have reached is kept
   * @param locks the node that has the lock of these tables may change them
   */
  public ActiveObjectsModule(
      InstalledPlugin plugin,
      AoDatabase database,
      PluginSettings versions,
      ClusterLockService locks) {
    this.plugin = plugin;
    this.versions = versions;
    tables = new AoTables(plugin.key());
    schemaLock = locks.getLockForName("ao-plugin.upgrade." + tables.prefix());
    entities = new EntityManager(database.provider(), tables);
    calls = new EntityManagerCalls(entities, this::requireEnabled, () -> new AoMetaData(this));
    service = proxy(calls);
  }

  /** The service that the add-on imports. */
  public ActiveObjects service() {
    return service;
  }

  /** Whether the tables are ready. */
  public boolean isEnabled() {
    return enabled;
  }

  /** The library's entity manager of this add-on. */
  EntityManager entities() {
    return entities;
  }

  /** Runs the callback in this add-on's transaction, joining one that the thread has begun. */
  public <T> T inTransaction(TransactionCallback<T> callback) {
    try {
      return enabled ? calls.inTransaction(callback) : callback.doInTransaction();
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    }
  }

  /**
   * Runs the upgrade tasks that are newer than the tables, in order, then creates and completes the
   * tables of the entities.
   *
   * @throws PluginStartException when the descriptor has two {@code <ao>} modules, or a task or a
   *     table fails
   */
  public void enable() {
    List<PluginModule> modules = plugin.descriptor().modules("ao");
    if (modules.isEmpty()) {
      return;
    }
    if (modules.size() > 1) {
      throw new PluginStartException("Two <ao> modules in " + plugin.key() + "; Jira allows one");
    }
    schemaLock.lock();
    try {
      upgrade(modules.get(0));
      entities.migrate(entityTypes(modules.get(0)));
      enabled = true;
    } catch (SQLException | ClassNotFoundException | ActiveObjectsException e) {
      throw new PluginStartException(
          "Cannot create the tables " + tables.prefix() + "_*: " + e.getMessage(), e);
    } finally {
      schemaLock.unlock();
    }
  }

  /** Closes the gate again. */
  public void disable() {
    enabled = false;
    entities.flushAll();
  }

  private void upgrade(PluginModule module) {
    List<ActiveObjectsUpgradeTask> tasks = new ArrayList<>();
    for (String type : module.texts("upgradeTask")) {
      tasks.add(plugin.create(type, ActiveObjectsUpgradeTask.class));
    }
    tasks.sort(Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion));
    EntityManagerCalls ungated =
        new EntityManagerCalls(entities, () -> {}, () -> new AoMetaData(this));
    for (ActiveObjectsUpgradeTask task : tasks) {
      ModelVersion reached = reachedVersion();
      if (task.getModelVersion().isNewerThan(reached)) {
        task.upgrade(reached, proxy(ungated));
        versions.put(versionKey(), task.getModelVersion().toString());
      }
    }
  }

  private ModelVersion reachedVersion() {
    Object stored = versions.get(versionKey());
    return ModelVersion.valueOf(stored == null ? "0" : (String) stored);
  }

  private String versionKey() {
    return tables.prefix() + "_#";
  }

  @SuppressWarnings("unchecked")
  private Class<? extends RawEntity<?>>[] entityTypes(PluginModule module)
      throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (String name : module.texts("entity")) {
      types.add(plugin.bundle().loadClass(name));
    }
    return types.toArray(new Class[0]);
  }

  private void requireEnabled() {
    if (!enabled) {
      throw new IllegalStateException(
          "Active Objects of "
              + plugin.key()
              + " was called before its <ao> module was enabled; start such work in"
              + " LifecycleAware.onStart");
    }
  }

  private static ActiveObjects proxy(EntityManagerCalls calls) {
    return (ActiveObjects)
        Proxy.newProxyInstance(
            ActiveObjects.class.getClassLoader(), new Class<?>[] {ActiveObjects.class}, calls);
  }
}
