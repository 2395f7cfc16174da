/** Projects and their components, as far as they have leads. */
package org.oktasync.devkit.host.projects;
