package org.oktasync.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.NumberedRows;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowStore;
import org.oktasync.rows.SortedRows;

/** Keeps rows in files, which live as long as the store. For one thread. */
public final class SpooledRowStore implements RowStore, AutoCloseable {
  private static final int BUFFER = 2_000;

  private final SpoolFolder folder;
  private final List<RowFile> files = new ArrayList<>();

  /**
   * @param folder a folder that exists, for files of this store; others in it are left alone
   */
  public SpooledRowStore(Path folder) {
    this.folder = new SpoolFolder(folder);
  }

  @Override
  public <T> NumberedRows<T> list(String label, RowFormat<T> format) {
    return new SpooledList<>(file(label), format);
  }

  @Override
  public <T> KeyedRows<T> open(String label, RowFormat<T> format) {
    return new SpooledRows<>(file(label), format);
  }

  private RowFile file(String label) {
    RowFile file = new RowFile(folder.newFile(label));
    files.add(file);
    return file;
  }

  @Override
  public <T> SortedRows<T> sort(String label, RowFormat<T> format) {
    return new SortedSpool<>(folder, label, format, BUFFER);
  }

  /** Deletes all rows; more than one call does no harm. */
  @Override
  public void close() {
    files.forEach(RowFile::close);
    folder.close();
  }
}
