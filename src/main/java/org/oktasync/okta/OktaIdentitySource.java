package org.oktasync.okta;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.oktasync.control.Pacer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.control.SyncLog;
import org.oktasync.model.SourceUsage;
import org.oktasync.model.SourceUser;
import org.oktasync.source.EntitlementLists;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceCheck;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceIds;
import org.oktasync.source.SourceLists;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.SourceSize;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.source.SyncToken;

/**
 * An Okta organisation as the source of truth.
 *
 * <p>A reading fails when the list of people cannot be begun, or when Okta refuses the token at the
 * begin of either list. A list of groups that cannot be begun for another reason is incomplete, and
 * people are kept in step without it.
 */
public final class OktaIdentitySource implements IdentitySource {
  private final OktaCalls calls;
  private final OktaLists lists;
  private final Optional<String> application;
  private final ExecutorService threads;
  private final Readings readings;
  private final int workers;
  private final Clock clock;
  private final SyncLog log;

  /**
   * @param access how the organisation is reached
   * @param attributes what is kept of people
   * @param limiters the rate limiters of this node, shared by all connections
   * @param clock for waits whose end the server does not date
   * @param pacer every wait goes through it
   * @param jitter random numbers from 0 up to, but without, 1
   * @param log the product's log
   */
  public OktaIdentitySource(
      OktaAccess access,
      PersonAttributes attributes,
      OktaRateLimiters limiters,
      Clock clock,
      Pacer pacer,
      DoubleSupplier jitter,
      SyncLog log) {
    this(access, attributes, limiters, clock, pacer, jitter, log, Patience.DEFAULT);
  }

  OktaIdentitySource(
      OktaAccess access,
      PersonAttributes attributes,
      OktaRateLimiters limiters,
      Clock clock,
      Pacer pacer,
      DoubleSupplier jitter,
      SyncLog log,
      Patience patience) {
    OktaTransport transport = new OktaTransport(access, patience);
    this.calls =
        new OktaCalls(access, transport, limiters.of(access.baseUrl()), clock, pacer, jitter);
    this.lists = new OktaLists(access.baseUrl(), calls, attributes.paths());
    this.application = attributes.application();
    this.threads = threads(access.concurrency());
    this.readings = new Readings(threads, log);
    this.workers = access.concurrency();
    this.clock = clock;
    this.log = log;
  }

  @Override
  public SourceSnapshot read(SyncScope scope, Path folder, StopSignal stop, Progress progress) {
    return readings.run(
        folder,
        stop,
        (files, work) ->
            new OktaReading(lists, lookup(stop), scope, files, work, workers, clock, progress, log)
                .read());
  }

  @Override
  public Optional<SourceDelta> changes(
      SyncScope scope, SyncToken since, Path folder, StopSignal stop, Progress progress) {
    return OktaToken.of(since)
        .filter(token -> token.things().containsAll(scope.things()))
        .map(
            token ->
                readings.run(
                    folder,
                    stop,
                    (files, work) ->
                        new OktaDeltaReading(
                                lists,
                                lookup(stop),
                                token,
                                scope,
                                files,
                                work,
                                workers,
                                clock,
                                progress,
                                log)
                            .read()));
  }

  @Override
  public SourceIds ids(Path folder, StopSignal stop, Progress progress) {
    return readings.run(folder, stop, (files, work) -> OktaIds.read(lists, files, work, progress));
  }

  @Override
  public OktaLookup lookup(StopSignal stop) {
    return new OktaLookup(calls, lists, stop, clock, application);
  }

  @Override
  public SourceLists lists() {
    return new OktaSourceLists(lists, readings, clock);
  }

  @Override
  public EntitlementLists entitlements() {
    return (scope, folder, stop, progress) ->
        readings.run(
            folder,
            stop,
            (files, work) ->
                new OktaEntitlementReading(lists, scope, files, work, workers, clock, progress, log)
                    .read());
  }

  @Override
  public SourceSchemas schemas() {
    return new OktaSchemas(calls, lists);
  }

  @Override
  public SourceCheck test(StopSignal stop) {
    return new OktaCheck(calls, lists, stop, log).run();
  }

  @Override
  public SourceSize size(SyncScope scope, Optional<Predicate<SourceUser>> wanted, StopSignal stop) {
    return new OktaSizing(calls, lists, scope, wanted, workers, clock, stop).size();
  }

  @Override
  public SourceUsage usage() {
    return calls.usage();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    calls.close();
  }

  private static ExecutorService threads(int size) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "okta-sync-reader");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
