package org.oktasync.run.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.config.NoticeSettings;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.Fact;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.Notice;

/** Which ends of runs the receivers of a connection are told of, and in which words. */
final class RunNotices {
  private RunNotices() {}

  /** The notice about a run that is over; empty when nobody wants to hear of it. */
  static Optional<Notice> about(SyncRun run, Connection connection) {
    NoticeSettings wanted = connection.settings().notices();
    String subject = subject(run, wanted);
    if (subject.isEmpty() || wanted.receivers().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            wanted.receivers(),
            Message.of(subject, connection.settings().name()),
            sentences(run, connection.settings().name()),
            facts(run),
            "/runs/" + run.id()));
  }

  /** The code of the most urgent reason to write; empty when there is none. */
  private static String subject(SyncRun run, NoticeSettings wanted) {
    boolean failed =
        switch (run.state()) {
          case FAILED, INTERRUPTED -> true;
          case PARTIAL -> !run.dryRun();
          case RUNNING, SUCCEEDED, HELD, CANCELLED -> false;
        };
    if (run.state() == RunState.HELD) {
      return wanted.held() ? "notice-held" : "";
    } else if (failed && wanted.failed()) {
      return run.state() == RunState.PARTIAL ? "notice-partial" : "notice-failed";
    }
    // A letter for everybody who signs in would be read by nobody.
    boolean ofOneLogin = run.trigger().equals(SyncRun.LOGIN);
    return wanted.changed() && !ofOneLogin && run.counts().written() > 0 ? "notice-changed" : "";
  }

  private static List<Message> sentences(SyncRun run, String connection) {
    List<Message> sentences = new ArrayList<>();
    String state = run.state().name().toLowerCase(java.util.Locale.ROOT);
    sentences.add(Message.of("notice-run-" + state, run.id(), connection));
    if (run.message() != null && namesNobody(run.message())) {
      sentences.add(run.message());
    }
    run.breaches().stream()
        .filter(RunNotices::namesNobody)
        .forEach(b -> sentences.add(b.message()));
    return sentences;
  }

  /** What reading Okta and the course of the run itself report is about no account. */
  private static boolean namesNobody(Message message) {
    return message.code().startsWith("okta-") || message.code().startsWith("run-");
  }

  /** The subject of a limit is a group, or an account that is not for a mail to name. */
  private static boolean namesNobody(GuardrailBreach breach) {
    return breach.subject().isEmpty() || breach.guardrail().contains("Group");
  }

  private static List<Fact> facts(SyncRun run) {
    List<Fact> facts = new ArrayList<>(CountFacts.of(run.counts()));
    if (!run.breaches().isEmpty()) {
      facts.add(Fact.of("limits-exceeded", run.breaches().size()));
    }
    if (!run.incomplete().isEmpty()) {
      facts.add(Fact.of("incomplete-lists", run.incomplete().size()));
    }
    return facts;
  }
}
