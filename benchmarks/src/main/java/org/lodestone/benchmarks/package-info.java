/** What is measured on the running local stack, each with the gate it must hold. */
@NullMarked
package org.lodestone.benchmarks;

import org.jspecify.annotations.NullMarked;
