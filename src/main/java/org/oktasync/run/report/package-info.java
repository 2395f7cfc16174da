/** Who is told what about a run: notices, the audit log, mails to those who leave. */
package org.oktasync.run.report;
