package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.config.SecretStore.SecretStoreException;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Message;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;

/** What is answered when something goes wrong. */
public class ErrorAnswersTest {
  private static final Message PROBLEM = Message.of("some-problem", "a");

  private final I18nResolver resolver = mock(I18nResolver.class);
  private final ErrorAnswers errors = new ErrorAnswers(new Texts(resolver), RecordedLog.unread());

  @Before
  public void setUp() {
    RecordedResponses.install();
  }

  @Test
  public void whatOnlyTimeMends_is503_whatSettingsMend_is409() {
    for (SourceException.Kind kind : SourceException.Kind.values()) {
      boolean settings =
          Set.of(
                  SourceException.Kind.DENIED,
                  SourceException.Kind.NOT_FOUND,
                  SourceException.Kind.FEATURE_MISSING)
              .contains(kind);
      Answered answer =
          Answered.with(settings ? 409 : 503, errors.of(new SourceException(kind, PROBLEM, null)));
      assertEquals(List.of("null: some-problem"), answer.errors());
      assertNull(answer.header("Retry-After"));
    }
    Answered.with(503, errors.of(target(TargetException.Kind.FATAL)));
    Answered.with(409, errors.of(target(TargetException.Kind.CONFLICT)));
    Answered.with(400, errors.of(target(TargetException.Kind.INVALID)));
    Answered.with(503, errors.of(new StoppedException()));
    Answered.with(503, errors.of(new SecretStoreException("key file", null)));
  }

  @Test
  public void howLongToWait_isPassedOn() {
    SourceException later =
        new SourceException(
            SourceException.Kind.RETRY_AFTER, PROBLEM, Duration.ofSeconds(42), null);
    assertEquals("42", Answered.with(503, errors.of(later)).header("Retry-After"));
  }

  @Test
  public void theRunInTheWay_isNamed() {
    Message busy = Message.of("run-in-progress", 5);
    assertEquals("5", Answered.with(409, errors.of(new RunRefusedException(busy, 5))).at("/id"));
    assertEquals(
        "(missing)", Answered.with(409, errors.of(new RunRefusedException(busy, 0))).at("/id"));
    Message missing = Message.of("connection-missing", 5);
    Answered.with(404, errors.of(new RunRefusedException(missing, 0)));
  }

  @Test
  public void whatRunsWrapped_isUnwrapped() {
    Answered.with(409, errors.of(new CompletionException(target(TargetException.Kind.DENIED))));
  }

  @Test
  public void anythingElse_is500_withoutItsWords() {
    when(resolver.getText(any(String.class), any(Serializable[].class)))
        .thenAnswer(call -> Arrays.toString(call.getArguments()));
    IllegalStateException bug = new IllegalStateException("s3cr3t at Some.java:12");
    Answered answer = Answered.with(500, errors.of(bug));
    assertEquals(List.of("null: unexpected"), answer.errors());
    assertFalse(answer.text(), answer.text().contains("s3cr3t"));
  }

  @Test
  public void messages_areTexts_andCodesWhereThereIsNoText() {
    when(resolver.getText(eq("okta-sync.some-problem"), any(Serializable[].class)))
        .thenAnswer(call -> "Text with " + call.getArgument(1));
    Answered known = Answered.with(409, errors.of(target(TargetException.Kind.DENIED)));
    assertEquals("Text with a", known.at("/errors/0/message"));
    assertEquals(
        "run-missing",
        Answered.with(409, errors.of(new RunRefusedException(Message.of("run-missing"), 0)))
            .at("/errors/0/message"));
  }

  private static TargetException target(TargetException.Kind kind) {
    return new TargetException(kind, PROBLEM, null);
  }
}
