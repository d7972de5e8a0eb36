/** Tables that people send and take away, .xlsx and .csv: read against every kind of dirt and attack, written as a stream. */
@NullMarked
package org.lodestone.platform.table;

import org.jspecify.annotations.NullMarked;
