package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** Rows of CSV files. */
public class CsvRowTest {
  @Test
  public void cells_areQuoted_asTheFormatWants() {
    assertEquals(
        "\"a\",\"b \"\"c\"\"\",\"d,e\",\"f\ng\",\"\"\r\n",
        CsvRow.of(Arrays.asList("a", "b \"c\"", "d,e", "f\ng", null)));
  }

  @Test
  public void whatBeginsLikeAFormula_becomesText() {
    for (String cell :
        List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u00a0=1")) {
      assertEquals("\"'" + cell + "\"\r\n", CsvRow.of(List.of(cell)));
    }
  }

  @Test
  public void whatDoesNot_staysAsItIs() {
    for (String cell :
        List.of("a=1", "'x", "李 雷", "  x", " ", "{\"a\":\"=1\"}".replace("\"", ""))) {
      assertEquals("\"" + cell + "\"\r\n", CsvRow.of(List.of(cell)));
    }
  }
}
