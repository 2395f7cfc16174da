package org.oktasync.devkit.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;

/** The sample add-on's only service. */
@Named
public class Notes implements LifecycleAware {
  private final ActiveObjects ao;
  private final TransactionTemplate transactions;
  private final String early;

  /** Asks Active Objects too early, to see that it refuses. */
  @Inject
  public Notes(ActiveObjects ao, TransactionTemplate transactions) {
    this.ao = ao;
    this.transactions = transactions;
    String answer;
    try {
      answer = "answered " + ao.count(Note.class);
    } catch (IllegalStateException e) {
      answer = "refused";
    }
    early = answer;
  }

  /** What the call in the constructor gave. */
  public String early() {
    return early;
  }

  /** Stores a row. */
  public void add(String text) {
    ao.create(Note.class, Map.of("TEXT", text));
  }

  /** Stores a row in a nested transaction whose outer one then fails. */
  public void addAndFail(String text) {
    transactions.execute(
        () -> {
          ao.executeInTransaction(() -> ao.create(Note.class, Map.of("TEXT", text)));
          throw new IllegalStateException("after the inner transaction");
        });
  }

  /** All texts, oldest first. */
  public List<String> texts() {
    return Arrays.stream(ao.find(Note.class, net.java.ao.Query.select().order("ID")))
        .map(Note::getText)
        .toList();
  }

  @Override
  public void onStart() {
    add("started");
  }

  @Override
  public void onStop() {
    add("stopped");
  }
}
