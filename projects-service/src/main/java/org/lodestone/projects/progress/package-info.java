/** Monthly progress reports 进展月报. */
@NullMarked
package org.lodestone.projects.progress;

import org.jspecify.annotations.NullMarked;
