/** The projects service: what becomes of a signed contract until it produces. */
@NullMarked
package org.lodestone.projects;

import org.jspecify.annotations.NullMarked;
