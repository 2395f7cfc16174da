package org.oktasync.devkit.host.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * Personal access tokens: a script that sends one acts as the person who made it. Only a digest is
 * kept; the token itself is told once.
 */
public final class PersonalTokens {
  /** How many tokens a person may have, as Jira's default says. */
  public static final int MOST = 10;

  /** The longest life of a token in days, as Jira's default says. */
  public static final int MOST_DAYS = 365;

  private static final String TABLE = "personal_token";
  private static final int NAME_LENGTH = 255;
  private static final int SECRET_BYTES = 20;
  private static final Duration USE_NOTED = Duration.ofMinutes(1);
  private static final String COLUMNS =
      "select id, user_key, token_name, created_at, used_at, expires_at from personal_token where ";

  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Creates the table when absent. */
  public PersonalTokens(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    ids = new Ids(jdbc);
    ids.begin(TABLE, 1);
    jdbc.update(
        "create table if not exists personal_token (id bigint primary key,"
            + " user_key varchar(255) not null, token_name varchar(255) not null,"
            + " digest varchar(64) not null unique, created_at bigint not null, used_at bigint,"
            + " expires_at bigint)");
    jdbc.update("create index if not exists idx_personal_token_user on personal_token (user_key)");
  }

  /**
   * What is known of a token.
   *
   * @param owner user key of the person
   * @param used the last use, to the minute; null before the first
   * @param expires null for one that holds until it is revoked
   */
  public record Token(
      long id, String owner, String name, Instant created, Instant used, Instant expires) {}

  /**
   * A new token.
   *
   * @param raw what a script sends; it cannot be had again
   */
  public record Made(Token token, String raw) {}

  /**
   * Makes a token.
   *
   * @param days how long it holds; null for as long as it is not revoked
   * @throws IllegalArgumentException naming what is wrong: the name, the days, or too many tokens
   */
  public Made make(String owner, String name, Integer days) {
    check(owner, name, days);
    long id = ids.next(TABLE);
    Instant now = clock.instant();
    Instant expires = days == null ? null : now.plus(Duration.ofDays(days));
    String raw = newToken(id);
    jdbc.update(
        "insert into personal_token (id, user_key, token_name, digest, created_at, expires_at)"
            + " values (?,?,?,?,?,?)",
        id,
        owner,
        name.strip(),
        digest(raw),
        now.toEpochMilli(),
        expires == null ? null : expires.toEpochMilli());
    return new Made(
        of(owner).stream().filter(token -> token.id() == id).findAny().orElseThrow(), raw);
  }

  private void check(String owner, String name, Integer days) {
    if (name == null || name.isBlank() || name.strip().length() > NAME_LENGTH) {
      throw new IllegalArgumentException("A token needs a name of at most 255 characters");
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new IllegalArgumentException("A token holds between 1 and " + MOST_DAYS + " days");
    }
    if (of(owner).size() >= MOST) {
      throw new IllegalArgumentException("You have " + MOST + " tokens; revoke one first");
    }
  }

  /** Number and secret, in the form of Jira's tokens. */
  private String newToken(long id) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = "%012d:%s".formatted(id, HexFormat.of().formatHex(secret));
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The tokens of a person, expired ones included, the oldest first. */
  public List<Token> of(String owner) {
    return jdbc.query(COLUMNS + "user_key = ? order by id", PersonalTokens::read, owner);
  }

  /** Revokes a token of this person; false when the person has none of this id. */
  public boolean revoke(String owner, long id) {
    return jdbc.update("delete from personal_token where id = ? and user_key = ?", id, owner) == 1;
  }

  /** The user key of the person whose token this is; empty for one that does not hold. */
  public Optional<String> owner(String raw) {
    Instant now = clock.instant();
    Optional<Token> found =
        jdbc.first(COLUMNS + "digest = ?", PersonalTokens::read, digest(raw))
            .filter(token -> token.expires() == null || now.isBefore(token.expires()));
    found.ifPresent(token -> noteUse(token, now));
    return found.map(Token::owner);
  }

  private void noteUse(Token token, Instant now) {
    if (token.used() == null || token.used().plus(USE_NOTED).isBefore(now)) {
      jdbc.update(
          "update personal_token set used_at = ? where id = ?", now.toEpochMilli(), token.id());
    }
  }

  private static String digest(String raw) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(raw.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static Token read(ResultSet row) throws SQLException {
    return new Token(
        row.getLong("id"),
        row.getString("user_key"),
        row.getString("token_name"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "used_at"),
        instant(row, "expires_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
