/** The directory every service follows: zones, parks, people, chains and working calendars. */
@NullMarked
package org.lodestone.leads.directory;

import org.jspecify.annotations.NullMarked;
