/** How services are tested: real infrastructure, real tokens, what was really published, and the rules of the house. */
@NullMarked
package org.lodestone.platform.test;

import org.jspecify.annotations.NullMarked;
