package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.LinkRegistryContract;

public class AoLinkRegistryTest extends LinkRegistryContract {
  private static final int NODES = 2;
  private static final int LEAVERS = 5;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Rule public final TestDatabase database;

  public AoLinkRegistryTest() {
    this(new TestDatabase());
  }

  AoLinkRegistryTest(TestDatabase database) {
    this.database = database;
  }

  private LinkRegistry registry;

  @Override
  protected LinkRegistry registry() {
    if (registry == null) {
      registry = new AoLinkRegistry(database.node());
    }
    return registry;
  }

  /** Every node has read the row, as nobody had claimed it yet, before any of them writes. */
  @Test
  public void ofSeveralNodesThatWouldWarnTheSamePeopleAtOnce_oneWarnsEach() throws Exception {
    registry().store(leavers());
    CyclicBarrier haveRead = new CyclicBarrier(NODES);
    for (ExternalId person : leavers().stream().map(Link::externalId).toList()) {
      long link = registry().find(1, EntityKind.USER, person).orElseThrow().id();
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        LinkRegistry node = new AoLinkRegistry(meetingAfterTheFirstRead(haveRead));
        tries.add(() -> node.claimWarning(link, NOON.plusSeconds(1), NOON));
      }
      assertEquals(person.value(), 1, AllAtOnce.winners(tries));
    }
  }

  private static List<Link> leavers() {
    List<Link> leavers = new ArrayList<>();
    for (int i = 0; i < LEAVERS; i++) {
      AccountName name = new AccountName("p" + i);
      leavers.add(
          Link.ofAccount(1, new ExternalId("u" + i), 7, name, "key" + i, Link.Origin.CREATED)
              .leaving(NOON));
    }
    return leavers;
  }

  private ActiveObjects meetingAfterTheFirstRead(CyclicBarrier haveRead) {
    ActiveObjects node = database.node();
    AtomicBoolean first = new AtomicBoolean(true);
    return (ActiveObjects)
        Proxy.newProxyInstance(
            ActiveObjects.class.getClassLoader(),
            new Class<?>[] {ActiveObjects.class},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(node, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (method.getName().equals("find") && first.getAndSet(false)) {
                haveRead.await(30, TimeUnit.SECONDS);
              }
              return answer;
            });
  }
}
