package org.oktasync.mapping;

/**
 * Why a source object cannot become an account or group as it stands.
 *
 * @param code stable code, for example {@code login-missing}
 * @param detail the offending value or character, shortened; may be empty
 */
public record MappingProblem(String code, String detail) {}
