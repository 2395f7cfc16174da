package org.oktasync.run;

import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.SitePeople;

/** Whoever is in the directory is found by e-mail address, else by name. */
final class WorldSites implements AssetsSites {
  private final SyncWorld world;

  WorldSites(SyncWorld world) {
    this.world = world;
  }

  @Override
  public AssetsTarget target(Connection connection, StopSignal stop) {
    return world.assets.target(connection, stop);
  }

  @Override
  public AssetsSite site(Connection connection, StopSignal stop) {
    return world.assets.site(connection, stop);
  }

  @Override
  public String address(Connection connection) {
    return world.assets.address(connection);
  }

  @Override
  public SitePeople people(Connection connection, StopSignal stop) {
    return this::find;
  }

  private Optional<AssetsUser> find(String text) {
    return world.directory.world().accounts().stream()
        .filter(Account::active)
        .filter(
            account ->
                account.email().equalsIgnoreCase(text)
                    || account.name().equals(new AccountName(text)))
        .findFirst()
        .map(account -> known(account.name()));
  }

  private AssetsUser known(AccountName name) {
    String key = world.directory.keyOf(name);
    world.assets.world().addPerson(name.value(), key);
    return new AssetsUser(name.value(), key);
  }
}
