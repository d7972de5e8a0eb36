/** The board: projects in columns by stage. */
@NullMarked
package org.lodestone.projects.board;

import org.jspecify.annotations.NullMarked;
