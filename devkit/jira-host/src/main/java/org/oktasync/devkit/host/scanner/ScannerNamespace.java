package org.oktasync.devkit.host.scanner;

import org.springframework.beans.factory.xml.NamespaceHandlerSupport;

/** Binds the {@code scan-indexes} element to its parser. Runs inside OSGi, in its own bundle. */
public final class ScannerNamespace extends NamespaceHandlerSupport {
  @Override
  public void init() {
    registerBeanDefinitionParser("scan-indexes", new IndexParser());
  }
}
