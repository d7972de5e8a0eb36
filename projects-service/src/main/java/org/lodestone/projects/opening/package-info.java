/** Opens a project when a lead is converted. */
@NullMarked
package org.lodestone.projects.opening;

import org.jspecify.annotations.NullMarked;
