/** Projects 招商项目: their facts, stages, status and lists. */
@NullMarked
package org.lodestone.projects.project;

import org.jspecify.annotations.NullMarked;
