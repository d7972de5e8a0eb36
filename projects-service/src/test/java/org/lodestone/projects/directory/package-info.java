/** What this service knows of zones and working days, as announced by the directory. */
@NullMarked
package org.lodestone.projects.directory;

import org.jspecify.annotations.NullMarked;
