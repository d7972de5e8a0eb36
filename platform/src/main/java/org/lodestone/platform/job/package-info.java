/** Jobs that outlast a request tell their owner's open pages how far they are. */
@NullMarked
package org.lodestone.platform.job;

import org.jspecify.annotations.NullMarked;
