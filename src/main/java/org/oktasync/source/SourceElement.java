package org.oktasync.source;

import org.oktasync.model.SourceValue;

/**
 * One object of a list.
 *
 * @param position its place in the source's order, from 0
 * @param id the value of its field {@code id}; empty when it has none
 * @param value the whole object; without fields that hold secrets
 */
public record SourceElement(long position, String id, SourceValue.Fields value) {}
