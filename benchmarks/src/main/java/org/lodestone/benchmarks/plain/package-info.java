/** A lead is created as somebody would write it who has no platform: the peer that ours is measured against. */
@NullMarked
package org.lodestone.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
