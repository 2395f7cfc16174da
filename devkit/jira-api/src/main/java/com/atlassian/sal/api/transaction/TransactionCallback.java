package com.atlassian.sal.api.transaction;

/** Work for one transaction; an unchecked exception rolls it back. */
public interface TransactionCallback<T> {
  T doInTransaction();
}
