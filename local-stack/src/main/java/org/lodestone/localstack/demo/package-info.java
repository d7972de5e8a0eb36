/** Demo data and the story that shows the product, both through the public API as any program would. */
@NullMarked
package org.lodestone.localstack.demo;

import org.jspecify.annotations.NullMarked;
