/** Work of several steps that survives a kill between any two of them. */
@NullMarked
package org.lodestone.platform.process;

import org.jspecify.annotations.NullMarked;
