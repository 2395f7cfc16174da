/**
 * What there must be before objects of Assets can be written: the site, the schema, the mapping;
 * and what follows Okta's profiles.
 */
package org.oktasync.run.setup;
