package org.oktasync.devkit.host.assets;

import java.time.Clock;
import java.util.List;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.MemberPage;

/** The stand-in for Assets over a database that all nodes share. */
public final class Assets {
  private final AssetsFaults faults;
  private final List<HostRest> restApi;
  private final List<MemberPage> pages;

  /**
   * Opens the objects of a database, H2 or PostgreSQL; missing tables are created.
   *
   * @param accounts whose rights count, and who may stand in attributes
   */
  public Assets(Jdbc jdbc, Clock clock, Accounts accounts, AssetsOptions options) {
    CatalogStore catalogs = new CatalogStore(jdbc);
    ObjectStore objects = new ObjectStore(jdbc);
    ValueRules rules = new ValueRules(accounts, objects, options.strict());
    Parts parts = new Parts(catalogs, objects, rules, accounts, clock, options);
    Router router = new Router();
    ObjectWrites writes = new ObjectWrites(parts);
    SearchCalls search = new SearchCalls(parts, router);
    new SchemaCalls(parts, router);
    new TypeCalls(parts, router);
    new AttributeCalls(parts, router);
    new ArchiveCalls(parts, writes, search, new ProgressStore(jdbc, clock), router);
    new ObjectCalls(parts, writes, router);
    new ConfigCalls(parts, router);
    faults = new AssetsFaults(options.on());
    restApi =
        List.of(
            new AssetsRest(AssetsRest.PREFIX, router, catalogs, accounts, faults),
            new AssetsRest(AssetsRest.OLD_PREFIX, router, catalogs, accounts, faults));
    pages = AssetsPages.all(parts, search, faults);
  }

  /** What goes wrong on demand on this node, and whether the app is in service. */
  public AssetsFaults faults() {
    return faults;
  }

  /** The REST interface below both addresses. */
  public List<HostRest> restApi() {
    return restApi;
  }

  /** The pages to browse schemas and objects. */
  public List<MemberPage> pages() {
    return pages;
  }
}
