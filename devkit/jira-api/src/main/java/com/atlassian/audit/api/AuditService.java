package com.atlassian.audit.api;

import com.atlassian.audit.entity.AuditEvent;

/** Writes to the audit log. */
public interface AuditService {
  void audit(AuditEvent event);
}
