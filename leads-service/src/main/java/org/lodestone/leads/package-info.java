/** The leads service: leads from first word to contract, and the directory of zones, people and calendars. */
@NullMarked
package org.lodestone.leads;

import org.jspecify.annotations.NullMarked;
