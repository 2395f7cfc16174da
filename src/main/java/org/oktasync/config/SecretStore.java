package org.oktasync.config;

/** Seals secrets so that a copy of the database alone does not give them away. */
public interface SecretStore {
  /**
   * The sealed form, fit to be stored; two seals of one secret differ.
   *
   * @throws SecretStoreException when the key cannot be read or made
   */
  String seal(Secret secret);

  /**
   * The secret of a sealed form made by {@link #seal}.
   *
   * @throws SecretStoreException when the form is damaged or was sealed with another key
   */
  Secret open(String sealed);

  /** Whether {@link #open} would succeed. */
  default boolean opens(String sealed) {
    try {
      open(sealed);
      return true;
    } catch (SecretStoreException e) {
      return false;
    }
  }

  /**
   * Destroys the key for good: nothing that was sealed with it can be opened any more. The next
   * seal makes a new one.
   *
   * @throws SecretStoreException when that fails
   */
  void destroyKey();

  /** The key is missing or wrong, or the sealed form is damaged. */
  final class SecretStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretStoreException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
