/** Starts everything, keeps it alive, says how it is, and stops it without leaving anything behind. */
@NullMarked
package org.lodestone.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
