package org.oktasync.devkit.host.assets.aql;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.junit.Test;
import org.oktasync.devkit.host.assets.aql.Query.And;
import org.oktasync.devkit.host.assets.aql.Query.Compare;
import org.oktasync.devkit.host.assets.aql.Query.Condition;
import org.oktasync.devkit.host.assets.aql.Query.Everything;
import org.oktasync.devkit.host.assets.aql.Query.Having;
import org.oktasync.devkit.host.assets.aql.Query.Not;
import org.oktasync.devkit.host.assets.aql.Query.Or;
import org.oktasync.devkit.host.assets.aql.Query.Order;
import org.oktasync.devkit.host.assets.aql.Query.Value;
import org.quicktheories.core.Gen;

/** Any query that is printed is read again as the same, and no value breaks out of its quotes. */
public class AqlPropertyTest {
  private static final String HOSTILE = "\"\\ =!<>(),.%_'ORANDnot\n\t\u0000\u202e人";

  private static Gen<String> texts() {
    Gen<String> any = strings().allPossible().ofLengthBetween(0, 12);
    Gen<String> hostile =
        lists()
            .of(integers().between(0, HOSTILE.length() - 1))
            .ofSizeBetween(0, 12)
            .map(
                places -> {
                  StringBuilder text = new StringBuilder();
                  places.forEach(place -> text.append(HOSTILE.charAt(place)));
                  return text.toString();
                });
    return any.mix(hostile, 60);
  }

  private static Gen<Condition> comparisons() {
    Gen<List<String>> paths = lists().of(texts()).ofSizeBetween(1, 3);
    Gen<List<String>> values = lists().of(texts()).ofSizeBetween(1, 3);
    return paths.zip(
        arbitrary().enumValues(Operator.class),
        values,
        (path, operator, texts) -> new Compare(path, operator, fitting(operator, texts), 1));
  }

  private static List<Value> fitting(Operator operator, List<String> texts) {
    return switch (operator) {
      case IS_EMPTY, IS_NOT_EMPTY -> List.of();
      case IN, NOT_IN -> texts.stream().map(Value::of).toList();
      default ->
          texts.size() == 3
              ? List.of(new Value("function", texts))
              : List.of(Value.of(texts.get(0)));
    };
  }

  private static Gen<Condition> conditions(int depth) {
    if (depth == 0) {
      return comparisons();
    }
    Gen<Condition> inner = conditions(depth - 1);
    return inner.zip(
        inner,
        integers().between(0, 5),
        (left, right, shape) ->
            switch (shape) {
              case 0 -> new And(left, right);
              case 1 -> new Or(left, right);
              case 2 -> new Not(left);
              case 3 -> new Having(true, right);
              case 4 -> new Having(false, new Everything());
              default -> left;
            });
  }

  private static Gen<List<Order>> orders() {
    return lists().of(texts().zip(booleans().all(), Order::new)).ofSizeBetween(0, 2);
  }

  @Test
  public void whatIsPrintedIsReadAgain() {
    qt().forAll(conditions(3), orders())
        .check(
            (where, order) -> {
              Query query = new Query(where, order);
              return AqlParser.parse(query.aql()).equals(query);
            });
  }

  @Test
  public void aQuotedValueIsThatValueAndNothingElse() {
    qt().forAll(texts())
        .check(
            text -> {
              Condition read = AqlParser.parse("Name = " + Query.quote(text)).where();
              return read.equals(
                  new Compare(List.of("Name"), Operator.EQUALS, List.of(Value.of(text)), 1));
            });
  }

  @Test
  public void anyTextIsReadOrRefusedWithAPlaceInIt() {
    qt().forAll(texts(), texts())
        .check(
            (left, right) -> {
              String text = left + " = " + right;
              try {
                return AqlParser.parse(text) != null;
              } catch (AqlException e) {
                return e.position() >= 1 && e.position() <= text.length() + 1;
              }
            });
  }

  @Test
  public void unquotedWordsKeepTheirDotsAndSigns() {
    assertThat(value("Mail=ann.b-c@example.com"), is("ann.b-c@example.com"));
    assertThat(value("Date > 14.08.2020"), is("14.08.2020"));
    assertThat(value("Name = Yahoo!"), is("Yahoo!"));
    assertThat(value("\"ShortName\"=\"DE\""), is("DE"));
  }

  private static String value(String aql) {
    return ((Compare) AqlParser.parse(aql).where()).values().get(0).arguments().get(0);
  }

  @Test
  public void emptinessIsWrittenInThreeWays() {
    for (String aql : List.of("Name IS EMPTY", "Name = null", "Name is NULL", "Name = EMPTY")) {
      Compare read = (Compare) AqlParser.parse(aql).where();
      assertThat(aql, read.operator(), is(Operator.IS_EMPTY));
    }
    assertThat(value("Name = \"null\""), is("null"));
    assertThrows(AqlException.class, () -> AqlParser.parse("Name > null"));
  }
}
