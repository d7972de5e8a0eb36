/** A person in every place of a service: found, told and forgotten there, as one service asks the others. */
@NullMarked
package org.lodestone.platform.privacy;

import org.jspecify.annotations.NullMarked;
