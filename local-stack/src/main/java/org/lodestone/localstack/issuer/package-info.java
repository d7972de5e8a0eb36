/** A small OpenID Connect provider with the demo users, so that the product runs without anybody's identity system. */
@NullMarked
package org.lodestone.localstack.issuer;

import org.jspecify.annotations.NullMarked;
