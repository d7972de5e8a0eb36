/** The people alerts go to, as the directory topic announces them. */
@NullMarked
package org.lodestone.notifications.directory;

import org.jspecify.annotations.NullMarked;
