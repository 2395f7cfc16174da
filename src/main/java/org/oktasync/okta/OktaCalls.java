package org.oktasync.okta;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceUsage;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * Calls one organisation within its limits and repeats what passing faults broke. Every answer that
 * a reader sees is JSON of status 200. Safe for use by many threads.
 */
final class OktaCalls implements AutoCloseable {
  private final OktaTransport transport;
  private final OktaRateLimiter limiter;
  private final OktaErrorTranslator errors;
  private final OktaErrorCode errorCode = new OktaErrorCode();
  private final UsageMeter usage;
  private final Backoff backoff;
  private final Clock clock;
  private final Pacer pacer;
  private final int rateShare;
  private final int concurrency;

  OktaCalls(
      OktaAccess access,
      OktaTransport transport,
      OktaRateLimiter limiter,
      Clock clock,
      Pacer pacer,
      DoubleSupplier jitter) {
    this.transport = transport;
    this.limiter = limiter;
    this.errors = new OktaErrorTranslator(URI.create(access.baseUrl()).getAuthority());
    this.usage = new UsageMeter(clock);
    this.backoff = new Backoff(jitter);
    this.clock = clock;
    this.pacer = pacer;
    this.rateShare = access.rateShare();
    this.concurrency = access.concurrency();
  }

  /**
   * Sends a request until it succeeds or there is no more hope.
   *
   * @throws SourceException when it failed for good
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  <T> T get(OktaRequest request, StopSignal stop, AnswerReader<T> reader) {
    for (int failures = 0; ; ) {
      try (CallSlots.Slot turn = awaitTurn(request.uri(), stop)) {
        usage.sent(failures > 0);
        return send(request, stop, reader);
      } catch (SourceException e) {
        failures++;
        if (failures > request.retries() || !mayPass(request, e)) {
          throw e;
        }
        pause(backoff.before(failures, e.retryAfter()), stop);
      }
    }
  }

  /** How many calls to such an address a minute allows; empty while no limit was announced. */
  OptionalLong allowance(RateBucket bucket) {
    return limiter.allowance(bucket, rateShare);
  }

  /** What the calls have cost so far. */
  SourceUsage usage() {
    return usage.usage();
  }

  /** Names what went wrong at this organisation. */
  OktaErrorTranslator errors() {
    return errors;
  }

  @Override
  public void close() {
    transport.close();
  }

  private static boolean mayPass(OktaRequest request, SourceException e) {
    boolean passing = e.kind() == Kind.RETRY || e.kind() == Kind.RETRY_AFTER;
    return passing && !(request.shrinkable() && OktaErrorTranslator.mayBeTooLarge(e));
  }

  /** Nobody holds a slot while waiting for the rate limit of one bucket: others may go on. */
  private CallSlots.Slot awaitTurn(URI uri, StopSignal stop) {
    RateBucket bucket = RateBucket.of(uri);
    while (true) {
      CallSlots.Slot slot = limiter.slots().take(concurrency, stop);
      Duration wait = limiter.take(bucket, rateShare);
      if (wait.isZero()) {
        return slot;
      }
      slot.close();
      pause(wait, stop);
    }
  }

  private void pause(Duration time, StopSignal stop) {
    usage.waited(time);
    pacer.pause(time, stop);
  }

  private <T> T send(OktaRequest request, StopSignal stop, AnswerReader<T> reader) {
    AtomicBoolean answering = new AtomicBoolean();
    try {
      return transport.get(
          request,
          stop,
          (answer, body) -> {
            answering.set(true);
            return accept(request.uri(), answer, body, reader);
          });
    } catch (IOException e) {
      stop.check();
      throw errors.failed(e, answering.get());
    }
  }

  private <T> T accept(URI uri, OktaAnswer answer, InputStream body, AnswerReader<T> reader)
      throws IOException {
    limiter.observe(RateBucket.of(uri), answer);
    if (answer.status() != 200 || !answer.mayBeJson()) {
      String code = answer.status() / 100 == 4 ? errorCode.of(answer, body) : "";
      throw errors.refused(uri, answer, code, clock.instant());
    }
    return reader.read(answer, body);
  }
}
