/** Pipeline templates: states, gates, limits and labels as data. */
@NullMarked
package org.lodestone.platform.pipeline;

import org.jspecify.annotations.NullMarked;
