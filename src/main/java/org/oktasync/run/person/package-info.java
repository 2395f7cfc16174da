/** One person: what a run would do for them and why they are in their groups; and who signs in. */
package org.oktasync.run.person;
