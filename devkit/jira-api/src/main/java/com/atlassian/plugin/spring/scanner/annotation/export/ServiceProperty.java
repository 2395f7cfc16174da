package com.atlassian.plugin.spring.scanner.annotation.export;

/** One property of an exported service. */
public @interface ServiceProperty {
  String key();

  String value();
}
